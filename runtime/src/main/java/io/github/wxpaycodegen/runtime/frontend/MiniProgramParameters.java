package io.github.wxpaycodegen.runtime.frontend;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters that a mini program passes to {@code wx.requestPayment}. The app id is signed with them, but not passed.
 */
public final class MiniProgramParameters extends PaymentParameters {
    private MiniProgramParameters(Map<String, String> values) {
        super(values, "paySign");
    }

    /** Returns the parameters of a page, whose signature is the same, without the app id. */
    static MiniProgramParameters of(JsapiParameters signed) {
        Map<String, String> values = new LinkedHashMap<>(signed.asMap());
        values.remove("appId");
        return new MiniProgramParameters(values);
    }

    /** Returns the time of the signature, in seconds since 1970. */
    public String timeStamp() {
        return value("timeStamp");
    }

    /** Returns the nonce. */
    public String nonceStr() {
        return value("nonceStr");
    }

    /** Returns the order: {@code prepay_id=} and the prepay id. */
    public String packageValue() {
        return value("package");
    }

    /** Returns the signature algorithm: {@code RSA} in v3, {@code HMAC-SHA256} or {@code MD5} in v2. */
    public String signType() {
        return value("signType");
    }

    /** Returns the signature. */
    public String paySign() {
        return value("paySign");
    }
}
