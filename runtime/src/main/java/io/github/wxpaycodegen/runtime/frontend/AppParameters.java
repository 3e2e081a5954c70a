package io.github.wxpaycodegen.runtime.frontend;

import java.util.Map;

/** Parameters that an app sets in the {@code PayReq} of the open SDK. */
public final class AppParameters extends PaymentParameters {
    AppParameters(Map<String, String> values) {
        super(values, "sign");
    }

    /** Returns the app id of the app. */
    public String appid() {
        return value("appid");
    }

    /** Returns the merchant id. */
    public String partnerid() {
        return value("partnerid");
    }

    /** Returns the prepay id of the order, without a prefix. */
    public String prepayid() {
        return value("prepayid");
    }

    /** Returns the constant {@code Sign=WXPay}. */
    public String packageValue() {
        return value("package");
    }

    /** Returns the nonce. */
    public String noncestr() {
        return value("noncestr");
    }

    /** Returns the time of the signature, in seconds since 1970. */
    public String timestamp() {
        return value("timestamp");
    }

    /** Returns the signature. */
    public String sign() {
        return value("sign");
    }
}
