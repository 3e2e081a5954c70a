package io.github.wxpaycodegen.runtime.message;

/** A configuration value that fills a field of a request if the caller does not set it. */
public enum Fill {
    /** The merchant id. A service provider uses its own. */
    MCHID("mchid"),
    /** The app id. A service provider uses its own. */
    APPID("appid"),
    /** The id of the merchant that a service provider acts for. */
    SUB_MCHID("subMchid"),
    /** The app id of the merchant that a service provider acts for. */
    SUB_APPID("subAppid"),
    /** The brand id. */
    BRAND_ID("brandId");

    private final String setting;

    Fill(String setting) {
        this.setting = setting;
    }

    /** Returns the name of the setting: {@code subMchid}. */
    public String setting() {
        return setting;
    }
}
