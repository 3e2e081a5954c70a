package io.github.wxpaycodegen.runtime.message;

/** A value of the client's configuration that a request takes where the caller gave none. */
public enum Fill {
    /** The merchant id; for a service provider its own. */
    MCHID("mchid"),
    /** The app id; for a service provider its own. */
    APPID("appid"),
    /** The merchant id of the merchant that a service provider acts for. */
    SUB_MCHID("subMchid"),
    /** The app id of the merchant that a service provider acts for. */
    SUB_APPID("subAppid"),
    /** The brand id. */
    BRAND_ID("brandId");

    private final String setting;

    Fill(String setting) {
        this.setting = setting;
    }

    /** The setting of the configuration that has the value: {@code subMchid}. */
    public String setting() {
        return setting;
    }
}
