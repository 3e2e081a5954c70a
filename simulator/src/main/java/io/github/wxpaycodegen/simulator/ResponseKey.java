package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.keys.KeyChoice;

/** The key of the platform that signs v3 responses; used by {@link Simulator#signWith}. */
public enum ResponseKey {
    /** The key that the request names in {@code Wechatpay-Serial}; the newest certificate if the request names none. */
    AS_ASKED(KeyChoice.AS_ASKED),
    /** The newest platform certificate, whatever the request names. */
    CERTIFICATE(KeyChoice.CERTIFICATE),
    /** The public key, whatever the request names. */
    PUBLIC_KEY(KeyChoice.PUBLIC_KEY),
    /** The certificate and the public key alternately, as during a migration. */
    ALTERNATING(KeyChoice.ALTERNATING);

    private final KeyChoice choice;

    ResponseKey(KeyChoice choice) {
        this.choice = choice;
    }

    KeyChoice choice() {
        return choice;
    }
}
