package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.notices.Flaw;

/** A deliberate fault of a notification, for tests of receivers; used by {@link Notice#withFault}. */
public enum NoticeFault {
    /** The signature is well-formed but wrong. */
    BAD_SIGNATURE(Flaw.BAD_SIGNATURE),
    /** There is no signature. */
    UNSIGNED(Flaw.UNSIGNED),
    /** v3: the signature is one of those with which WeChat Pay tests whether receivers verify signatures. */
    SIGN_TEST(Flaw.SIGN_TEST),
    /** v3: the signature is valid, but ten minutes old. */
    STALE(Flaw.STALE),
    /** v3: the serial number is not that of a key of the platform. */
    UNKNOWN_SERIAL(Flaw.UNKNOWN_SERIAL),
    /** The encrypted part is encrypted with another key. The signature is valid. */
    WRONG_KEY(Flaw.WRONG_KEY),
    /** The encrypted part was changed after its encryption; the signature is valid. If nothing is encrypted, the body was changed. */
    TAMPERED(Flaw.TAMPERED),
    /**
     * The encryption algorithm does not exist. If v2 does not name one, the signature has another algorithm than it
     * should.
     */
    OTHER_ALGORITHM(Flaw.OTHER_ALGORITHM);

    private final Flaw flaw;

    NoticeFault(Flaw flaw) {
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
