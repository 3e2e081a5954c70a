package io.github.wxpaycodegen.simulator;

import java.util.UUID;

/** Random nonces. */
final class Nonces {
    private static final int GCM_LENGTH = 12;

    private Nonces() {}

    /** Returns 32 characters. */
    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Returns 12 characters, the length of a nonce of GCM. */
    static String nextForGcm() {
        return next().substring(0, GCM_LENGTH);
    }
}
