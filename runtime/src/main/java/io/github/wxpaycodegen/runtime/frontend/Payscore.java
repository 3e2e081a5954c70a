package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Jumps to the payscore mini program. Signatures use the APIv2 key and HMAC-SHA256, the only algorithm that the
 * official pages allow, even for service orders of v3.
 *
 * <p>All methods throw {@link io.github.wxpaycodegen.runtime.error.ConfigurationException} if a key or an id that they
 * need is not configured, and {@link io.github.wxpaycodegen.runtime.error.InvalidRequestException} for an invalid
 * argument.
 */
public final class Payscore {
    private static final String CONFIRM = "wxpayScoreUse";
    private static final String AUTHORIZE = "wxpayScoreEnable";

    private final FrontEnd frontEnd;

    Payscore(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /**
     * Returns the view in which the user confirms a service order.
     *
     * @param packageValue the {@code package} in the response to the creation of the order
     */
    public BusinessView confirmOrder(String packageValue) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("mch_id", frontEnd.mchid());
        data.put("package", Argument.token("package", packageValue));
        return signed(CONFIRM, data);
    }

    /**
     * Returns the view in which the user confirms a service order, with only its {@code package}. This newer form needs
     * no signature; the official pages show it for mini programs.
     *
     * @param packageValue the {@code package} in the response to the creation of the order
     */
    public BusinessView confirmOrderUnsigned(String packageValue) {
        return new BusinessView(CONFIRM, Map.of("package", Argument.token("package", packageValue)));
    }

    /** Returns the view that shows a service order to the user. */
    public BusinessView showOrder(String serviceId, String outOrderNo) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("mch_id", frontEnd.mchid());
        data.put("service_id", Argument.token("service_id", serviceId));
        data.put("out_order_no", Argument.token("out_order_no", outOrderNo));
        return signed("wxpayScoreDetail", data);
    }

    /**
     * Returns the view in which the user authorizes a service for orders without confirmation. It needs no signature.
     *
     * @param applyPermissionsToken the token in the response to the pre-authorization, which is valid for an hour
     */
    public BusinessView authorize(String applyPermissionsToken) {
        return new BusinessView(
                AUTHORIZE,
                Map.of("apply_permissions_token", Argument.token("apply_permissions_token", applyPermissionsToken)));
    }

    /**
     * Returns the view in which the user authorizes a service for orders without confirmation, in the older form
     * without a pre-authorization.
     *
     * @param outRequestNo the merchant's number of this authorization
     */
    public BusinessView authorize(String serviceId, String outRequestNo) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("mch_id", frontEnd.mchid());
        data.put("service_id", Argument.token("service_id", serviceId));
        data.put("out_request_no", Argument.token("out_request_no", outRequestNo));
        return signed(AUTHORIZE, data);
    }

    private BusinessView signed(String businessType, Map<String, String> data) {
        data.put("timestamp", frontEnd.seconds());
        data.put("nonce_str", frontEnd.signer().nonce());
        data.put("sign_type", SignType.HMAC_SHA256.value());
        data.put("sign", frontEnd.signer().signV2(data, SignType.HMAC_SHA256));
        return new BusinessView(businessType, data);
    }
}
