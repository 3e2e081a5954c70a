package io.github.wxpaycodegen.runtime.frontend;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a mini program gives to {@code wx.requestPayment}. The app id is signed with the rest, but not passed on. */
public final class MiniProgramParameters extends PaymentParameters {
    private MiniProgramParameters(Map<String, String> values) {
        super(values, "paySign");
    }

    /** They are those of a page, signed alike. */
    static MiniProgramParameters of(JsapiParameters signed) {
        Map<String, String> values = new LinkedHashMap<>(signed.asMap());
        values.remove("appId");
        return new MiniProgramParameters(values);
    }

    /** When it was signed, in seconds since 1970. */
    public String timeStamp() {
        return value("timeStamp");
    }

    /** The nonce. */
    public String nonceStr() {
        return value("nonceStr");
    }

    /** The order: {@code prepay_id=} and its value. */
    public String packageValue() {
        return value("package");
    }

    /** The algorithm: {@code RSA} in v3, {@code HMAC-SHA256} or {@code MD5} in v2. */
    public String signType() {
        return value("signType");
    }

    /** The signature. */
    public String paySign() {
        return value("paySign");
    }
}
