package io.github.wxpaycodegen.runtime.internal.crypto;

/**
 * Who signs a request, in the words of its {@code Authorization} header.
 *
 * @param scheme what the scheme of the header begins with; the suite is its end
 * @param field in which the id stands
 * @param id of the merchant or the brand
 */
public record Identity(String scheme, String field, String id) {
    /** A merchant. */
    public static Identity merchant(String mchid) {
        return new Identity("WECHATPAY2", "mchid", mchid);
    }

    /** A brand, which calls {@code /brand/} endpoints. */
    public static Identity brand(String brandId) {
        return new Identity("WECHATPAY-BRAND", "brand_id", brandId);
    }
}
