package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Jumps to where the user signs a contract of auto-debit (papay). Pages in and outside of WeChat are redirected by the
 * operations {@code v2/papay/entrustweb} and {@code v2/papay/h5entrustweb}, which are calls of the client.
 *
 * <p>All methods throw {@link io.github.wxpaycodegen.runtime.error.ConfigurationException} where a key or an id that they need is
 * not configured, and {@link io.github.wxpaycodegen.runtime.error.InvalidRequestException} for an argument that cannot be right.
 */
public final class Contracts {
    /** The mini program of WeChat Pay where contracts are signed; it belongs into the caller's {@code app.json}. */
    private static final String SIGNING_APPID = "wxbd687630cd02ce1d";

    private static final int BUSINESS_TYPE = 12;

    private final FrontEnd frontEnd;

    Contracts(FrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /**
     * From a mini program to the one where contracts are signed, with a contract of v2: {@code wx.navigateToMiniProgram}.
     * Signed with MD5, for the data names no algorithm.
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
     * From a mini program to the one where contracts are signed, with a contract that the server has announced before.
     *
     * @param preEntrustwebId what the announcement answered
     */
    public Jump miniProgram(String preEntrustwebId) {
        return navigation(announced(preEntrustwebId));
    }

    /**
     * From an app: {@code WXOpenBusinessWebview.Req} of the open SDK. For contract templates of before 2025-09-23; with later
     * ones the app opens the mini program whose {@code userName} and {@code path} the announcement answered.
     *
     * @param preEntrustwebId what the announcement answered
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
