package io.github.wxpaycodegen.simulator.internal.notices;

/** A deliberate fault of a notification. */
public enum Flaw {
    BAD_SIGNATURE,
    UNSIGNED,
    SIGN_TEST,
    STALE,
    UNKNOWN_SERIAL,
    WRONG_KEY,
    TAMPERED,
    OTHER_ALGORITHM;

    /** Returns true if a v2 notification can have the fault. */
    boolean isInV2() {
        return switch (this) {
            case BAD_SIGNATURE, UNSIGNED, WRONG_KEY, TAMPERED, OTHER_ALGORITHM -> true;
            case SIGN_TEST, STALE, UNKNOWN_SERIAL -> false;
        };
    }
}
