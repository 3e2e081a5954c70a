package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Jumps into the mini program of payscore. What is signed is signed with the APIv2 key and HMAC-SHA256, the only algorithm
 * that the pages allow, also for service orders of v3.
 *
 * <p>All methods throw {@link io.github.wxpaycodegen.runtime.error.ConfigurationException} where a key or an id that they need is
 * not configured, and {@link io.github.wxpaycodegen.runtime.error.InvalidRequestException} for an argument that cannot be right.
 */
public final class Payscore {
    private static final String CONFIRM = "wxpayScoreUse";
    private static final String AUTHORIZE = "wxpayScoreEnable";

    private final FrontEnd frontEnd;

    Payscore(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /**
     * The user confirms a service order.
     *
     * @param packageValue the {@code package} that creating the order answered
     */
    public BusinessView confirmOrder(String packageValue) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("mch_id", frontEnd.mchid());
        data.put("package", Argument.token("package", packageValue));
        return signed(CONFIRM, data);
    }

    /**
     * The user confirms a service order, by its {@code package} alone: the newer form, which needs no signature and which the
     * pages show for mini programs.
     *
     * @param packageValue the {@code package} that creating the order answered
     */
    public BusinessView confirmOrderUnsigned(String packageValue) {
        return new BusinessView(CONFIRM, Map.of("package", Argument.token("package", packageValue)));
    }

    /** The user looks at a service order. */
    public BusinessView showOrder(String serviceId, String outOrderNo) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("mch_id", frontEnd.mchid());
        data.put("service_id", Argument.token("service_id", serviceId));
        data.put("out_order_no", Argument.token("out_order_no", outOrderNo));
        return signed("wxpayScoreDetail", data);
    }

    /**
     * The user authorizes a service for orders without confirmation.
     *
     * @param applyPermissionsToken what the pre-authorization answered, which is good for an hour and needs no signature
     */
    public BusinessView authorize(String applyPermissionsToken) {
        return new BusinessView(
                AUTHORIZE,
                Map.of("apply_permissions_token", Argument.token("apply_permissions_token", applyPermissionsToken)));
    }

    /**
     * The user authorizes a service for orders without confirmation: the older form, without a pre-authorization.
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
