package io.github.wxpaycodegen.generator.model;

/** A configuration value that fills a field; its spec name is in {@link #key()}. */
public enum FillKey {
    MCHID("mchid"),
    APPID("appid"),
    SUB_MCHID("sub_mchid"),
    SUB_APPID("sub_appid"),
    BRAND_ID("brand_id");

    private final String key;

    FillKey(String key) {
        this.key = key;
    }

    /** Returns the name in specs. */
    public String key() {
        return key;
    }
}
