package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.internal.wire.PercentEncoding;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters of v2 orders, signed with the APIv2 key.
 *
 * <p>All methods throw {@link io.github.wxpaycodegen.runtime.error.ConfigurationException} if a key or an id that they
 * need is not configured, and {@link io.github.wxpaycodegen.runtime.error.InvalidRequestException} for an invalid
 * argument.
 */
public final class V2FrontEnd {
    private final FrontEnd frontEnd;
    private final SignType signType;

    V2FrontEnd(FrontEnd frontEnd, SignType signType) {
        this.frontEnd = frontEnd;
        this.signType = signType;
    }

    /** Returns the parameters for a page in WeChat. */
    public JsapiParameters jsapi(String prepayId) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("appId", frontEnd.appid());
        values.put("timeStamp", frontEnd.seconds());
        values.put("nonceStr", frontEnd.signer().nonce());
        values.put("package", "prepay_id=" + Argument.prepayId(prepayId));
        values.put("signType", signType.value());
        values.put("paySign", frontEnd.signer().signV2(values, signType));
        return new JsapiParameters(values);
    }

    /** Returns the parameters for a mini program. The app id must be that of the mini program. */
    public MiniProgramParameters miniProgram(String prepayId) {
        return MiniProgramParameters.of(jsapi(prepayId));
    }

    /** Returns the parameters for an app. */
    public AppParameters app(String prepayId) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("appid", frontEnd.appid());
        values.put("partnerid", frontEnd.mchid());
        values.put("prepayid", Argument.prepayId(prepayId));
        values.put("package", "Sign=WXPay");
        values.put("noncestr", frontEnd.signer().nonce());
        values.put("timestamp", frontEnd.seconds());
        values.put("sign", frontEnd.signer().signV2(values, signType));
        return new AppParameters(values);
    }

    /**
     * Returns the text of a permanent QR code for a product (Native, mode 1). When a user scans it, WeChat Pay requests
     * an order from the merchant. It is always signed with MD5, because the link cannot name an algorithm.
     *
     * @param productId the merchant's product number, at most 32 characters
     */
    public String productQrCode(String productId) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("appid", frontEnd.appid());
        fields.put("mch_id", frontEnd.mchid());
        fields.put("product_id", Argument.token("product_id", productId));
        fields.put("time_stamp", frontEnd.seconds());
        fields.put("nonce_str", frontEnd.signer().nonce());
        fields.put("sign", frontEnd.signer().signV2(fields, SignType.MD5));
        List<RequestParts.Parameter> parameters = new ArrayList<>();
        fields.forEach((name, value) -> parameters.add(new RequestParts.Parameter(name, value)));
        return "weixin://wxpay/bizpayurl" + PercentEncoding.query(parameters);
    }
}
