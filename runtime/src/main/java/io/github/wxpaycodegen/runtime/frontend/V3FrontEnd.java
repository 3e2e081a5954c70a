package io.github.wxpaycodegen.runtime.frontend;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Parameters of v3 orders, signed with the merchant's private key.
 *
 * <p>All methods throw {@link io.github.wxpaycodegen.runtime.error.ConfigurationException} if a key or an id that they
 * need is not configured, and {@link io.github.wxpaycodegen.runtime.error.InvalidRequestException} for an invalid
 * argument.
 */
public final class V3FrontEnd {
    private final FrontEnd frontEnd;

    V3FrontEnd(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /** Returns the parameters for a page in WeChat. */
    public JsapiParameters jsapi(String prepayId) {
        String appid = frontEnd.appid();
        String time = frontEnd.seconds();
        String nonce = frontEnd.signer().nonce();
        String order = "prepay_id=" + Argument.prepayId(prepayId);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("appId", appid);
        values.put("timeStamp", time);
        values.put("nonceStr", nonce);
        values.put("package", order);
        // The only algorithm that the official pages allow.
        values.put("signType", "RSA");
        values.put("paySign", sign(appid, time, nonce, order));
        return new JsapiParameters(values);
    }

    /** Returns the parameters for a mini program. The app id must be that of the mini program. */
    public MiniProgramParameters miniProgram(String prepayId) {
        return MiniProgramParameters.of(jsapi(prepayId));
    }

    /** Returns the parameters for an app. */
    public AppParameters app(String prepayId) {
        String appid = frontEnd.appid();
        String time = frontEnd.seconds();
        String nonce = frontEnd.signer().nonce();
        String order = Argument.prepayId(prepayId);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("appid", appid);
        values.put("partnerid", frontEnd.mchid());
        values.put("prepayid", order);
        values.put("package", "Sign=WXPay");
        values.put("noncestr", nonce);
        values.put("timestamp", time);
        values.put("sign", sign(appid, time, nonce, order));
        return new AppParameters(values);
    }

    private String sign(String appid, String time, String nonce, String order) {
        return frontEnd.signer().signV3(appid + "\n" + time + "\n" + nonce + "\n" + order + "\n");
    }
}
