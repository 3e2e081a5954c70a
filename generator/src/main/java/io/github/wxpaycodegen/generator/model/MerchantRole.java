package io.github.wxpaycodegen.generator.model;

/** A kind of merchant, by its official name. */
public enum MerchantRole {
    DIRECT_MERCHANT("直连商户"),
    SERVICE_PROVIDER("服务商"),
    ECOMMERCE_PLATFORM("电商平台"),
    CHANNEL_PARTNER("渠道商"),
    INSTITUTION("从业机构"),
    BRAND("品牌"),
    BANK("银行");

    private final String key;

    MerchantRole(String key) {
        this.key = key;
    }

    /** Returns the name in specs. */
    public String key() {
        return key;
    }
}
