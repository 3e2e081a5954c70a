package io.github.wxpaycodegen.runtime.frontend;

import java.util.Map;

/** What an app puts into the {@code PayReq} of the open SDK. */
public final class AppParameters extends PaymentParameters {
    AppParameters(Map<String, String> values) {
        super(values, "sign");
    }

    /** The app id of the app. */
    public String appid() {
        return value("appid");
    }

    /** The merchant id. */
    public String partnerid() {
        return value("partnerid");
    }

    /** The order, its value alone. */
    public String prepayid() {
        return value("prepayid");
    }

    /** Always {@code Sign=WXPay}. */
    public String packageValue() {
        return value("package");
    }

    /** The nonce. */
    public String noncestr() {
        return value("noncestr");
    }

    /** When it was signed, in seconds since 1970. */
    public String timestamp() {
        return value("timestamp");
    }

    /** The signature. */
    public String sign() {
        return value("sign");
    }
}
