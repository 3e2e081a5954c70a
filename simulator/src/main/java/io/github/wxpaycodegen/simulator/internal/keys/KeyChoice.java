package io.github.wxpaycodegen.simulator.internal.keys;

/** The choice of the platform's key that signs a v3 response. */
public enum KeyChoice {
    AS_ASKED,
    CERTIFICATE,
    PUBLIC_KEY,
    ALTERNATING
}
