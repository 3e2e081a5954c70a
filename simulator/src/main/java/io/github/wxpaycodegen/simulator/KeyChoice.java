package io.github.wxpaycodegen.simulator;

/** The choice of the platform's key that signs a v3 response. */
enum KeyChoice {
    AS_ASKED,
    CERTIFICATE,
    PUBLIC_KEY,
    ALTERNATING
}
