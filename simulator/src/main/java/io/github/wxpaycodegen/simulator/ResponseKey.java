package io.github.wxpaycodegen.simulator;

/** Which key of the platform signs v3 answers; given to {@link Simulator#signWith}. */
public enum ResponseKey {
    /** The one that the request names in {@code Wechatpay-Serial}; the newest certificate where it names none. */
    AS_ASKED,
    /** The newest platform certificate, whatever the request names. */
    CERTIFICATE,
    /** The public key, whatever the request names. */
    PUBLIC_KEY,
    /** Certificate and public key by turns, as during a migration. */
    ALTERNATING
}
