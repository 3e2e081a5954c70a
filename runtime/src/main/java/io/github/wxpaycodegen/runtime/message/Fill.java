package io.github.wxpaycodegen.runtime.message;

/** A value of the client's configuration that a request takes where the caller gave none. */
public enum Fill {
    /** The merchant id; for a service provider its own. */
    MCHID,
    /** The app id; for a service provider its own. */
    APPID,
    /** The merchant id of the merchant that a service provider acts for. */
    SUB_MCHID,
    /** The app id of the merchant that a service provider acts for. */
    SUB_APPID,
    /** The brand id. */
    BRAND_ID
}
