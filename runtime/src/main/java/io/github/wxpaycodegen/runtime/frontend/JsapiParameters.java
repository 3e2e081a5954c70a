package io.github.wxpaycodegen.runtime.frontend;

import java.util.Map;

/** What a page in WeChat gives to {@code WeixinJSBridge.invoke('getBrandWCPayRequest', ...)}. */
public final class JsapiParameters extends PaymentParameters {
    JsapiParameters(Map<String, String> values) {
        super(values, "paySign");
    }

    /** The app id of the official account. */
    public String appId() {
        return value("appId");
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
