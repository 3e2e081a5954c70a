package io.github.wxpaycodegen.runtime.internal.crypto;

/**
 * The signer of a request, in the terms of its {@code Authorization} header.
 *
 * @param scheme the start of the header's scheme; the suite is its end
 * @param field the name of the field with the id
 * @param id the id of the merchant or the brand
 */
public record Identity(String scheme, String field, String id) {
    /** Returns the identity of a merchant. */
    public static Identity merchant(String mchid) {
        return new Identity("WECHATPAY2", "mchid", mchid);
    }

    /** Returns the identity of a brand, which calls {@code /brand/} endpoints. */
    public static Identity brand(String brandId) {
        return new Identity("WECHATPAY-BRAND", "brand_id", brandId);
    }
}
