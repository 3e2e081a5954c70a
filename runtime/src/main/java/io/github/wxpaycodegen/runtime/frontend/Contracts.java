package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Jumps to the page on which the user signs an auto-debit contract (papay). To redirect pages inside and outside of
 * WeChat, call the operations {@code v2/papay/entrustweb} and {@code v2/papay/h5entrustweb}.
 *
 * <p>All methods throw {@link io.github.wxpaycodegen.runtime.error.ConfigurationException} if a key or an id that they
 * need is not configured, and {@link io.github.wxpaycodegen.runtime.error.InvalidRequestException} for an invalid
 * argument.
 */
public final class Contracts {
    /**
     * The WeChat Pay mini program in which contracts are signed; it must be listed in the caller's {@code app.json}.
     */
    private static final String SIGNING_APPID = "wxbd687630cd02ce1d";

    private static final int BUSINESS_TYPE = 12;

    private final FrontEnd frontEnd;

    Contracts(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /**
     * Returns the jump from a mini program to the signing mini program, with a contract of v2: {@code
     * wx.navigateToMiniProgram}. It is signed with MD5, because the data names no algorithm.
     */
    public Jump miniProgram(Consumer<ContractFields> contract) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("appid", frontEnd.appid());
        data.put("mch_id", frontEnd.mchid());
        ContractFields fields = new ContractFields(data);
        contract.accept(fields);
        fields.check();
        data.put("timestamp", frontEnd.seconds());
        data.put("sign", frontEnd.signer().signV2(data, SignType.MD5));
        return navigation(data);
    }

    /**
     * Returns the jump from a mini program to the signing mini program, with a contract that the server has pre-signed.
     *
     * @param preEntrustwebId the id in the response to the pre-signing request
     */
    public Jump miniProgram(String preEntrustwebId) {
        return navigation(announced(preEntrustwebId));
    }

    /**
     * Returns the jump from an app: {@code WXOpenBusinessWebview.Req} of the open SDK. Use it for contract templates
     * created before 2025-09-23. For later ones, the app opens the mini program with the {@code userName} and {@code
     * path} of the pre-signing response.
     *
     * @param preEntrustwebId the id in the response to the pre-signing request
     */
    public Jump app(String preEntrustwebId) {
        Map<String, Object> argument = new LinkedHashMap<>();
        argument.put("businessType", BUSINESS_TYPE);
        argument.put("queryInfo", announced(preEntrustwebId));
        return new Jump("WXOpenBusinessWebview", argument);
    }

    private static Map<String, String> announced(String preEntrustwebId) {
        return Map.of("pre_entrustweb_id", Argument.token("pre_entrustweb_id", preEntrustwebId));
    }

    private static Jump navigation(Map<String, String> data) {
        Map<String, Object> argument = new LinkedHashMap<>();
        argument.put("appId", SIGNING_APPID);
        argument.put("path", "pages/index/index");
        argument.put("extraData", Collections.unmodifiableMap(data));
        return new Jump("wx.navigateToMiniProgram", argument);
    }
}
