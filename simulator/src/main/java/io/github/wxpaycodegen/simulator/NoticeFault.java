package io.github.wxpaycodegen.simulator;

/** What is wrong with a notification, for tests of who receives it; given to {@link Notice#spoilt}. */
public enum NoticeFault {
    /** Its signature is another one of the right form. */
    BAD_SIGNATURE(true),
    /** It has no signature. */
    UNSIGNED(true),
    /** v3: its signature is one of those by which WeChat Pay tests whether receivers verify. */
    SIGN_TEST(false),
    /** v3: it is rightly signed, but ten minutes old. */
    STALE(false),
    /** v3: it names a key that the platform does not have. */
    UNKNOWN_SERIAL(false),
    /** Its secret part is encrypted under another key; it is rightly signed. */
    WRONG_KEY(true),
    /** Its secret part was changed after it was encrypted; it is rightly signed. Where nothing is secret, the body was. */
    TAMPERED(true),
    /** It names an algorithm of encryption that is none; where v2 names none, it is signed by another than it should be. */
    OTHER_ALGORITHM(true);

    private final boolean inV2;

    NoticeFault(boolean inV2) {
        this.inV2 = inV2;
    }

    boolean isInV2() {
        return inV2;
    }
}
