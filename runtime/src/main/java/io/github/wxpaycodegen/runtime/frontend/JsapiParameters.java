package io.github.wxpaycodegen.runtime.frontend;

import java.util.Map;

/** Parameters that a page in WeChat passes to {@code WeixinJSBridge.invoke('getBrandWCPayRequest', ...)}. */
public final class JsapiParameters extends PaymentParameters {
    JsapiParameters(Map<String, String> values) {
        super(values, "paySign");
    }

    /** Returns the app id of the official account. */
    public String appId() {
        return value("appId");
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
