package io.github.wxpaycodegen.simulator.internal.keys;

import java.util.UUID;

/** Random nonces. */
public final class Nonces {
    private static final int GCM_LENGTH = 12;

    private Nonces() {}

    /** Returns 32 characters. */
    public static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Returns 12 characters, the length of a nonce of GCM. */
    public static String nextForGcm() {
        return next().substring(0, GCM_LENGTH);
    }
}
