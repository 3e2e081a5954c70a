package io.github.wxpaycodegen.runtime.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Vectors;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The signatures were computed apart from this code, by the rule of {@code v2-sign.json} and with its key. */
class JumpsTest {
    private static final String CONFIRM_SIGN = "B9A3510F5AEB1C90EAAB3D11A10019615088DA2D8675DEA42662E2CC6EB92CF6";

    private final FrontEnd frontEnd = new FrontEnd(new FixedSigner());

    @Test
    void confirmsServiceOrder() {
        BusinessView view = frontEnd.payscore().confirmOrder("AAQ+/=");

        assertThat(view.businessType()).isEqualTo("wxpayScoreUse");
        assertThat(view.extraData())
                .containsExactlyEntriesOf(Vectors.ordered(
                        "mch_id", "10000100",
                        "package", "AAQ+/=",
                        "timestamp", "1554208460",
                        "nonce_str", "593BEC0C930BF1AFEB40B4A08C8FB242",
                        "sign_type", "HMAC-SHA256",
                        "sign", CONFIRM_SIGN));
        String query = "mch_id=10000100&package=AAQ%2B%2F%3D&timestamp=1554208460"
                + "&nonce_str=593BEC0C930BF1AFEB40B4A08C8FB242&sign_type=HMAC-SHA256&sign=" + CONFIRM_SIGN;
        assertThat(view.queryString()).isEqualTo(query);
        assertThat(view.jsapi().function()).isEqualTo("openBusinessView");
        assertThat(view.jsapi().toJson())
                .isEqualTo("{\"businessType\":\"wxpayScoreUse\",\"queryString\":\"" + query + "\"}");
        assertThat(view.app().function()).isEqualTo("WXOpenBusinessView");
        assertThat(view.app().asMap())
                .containsExactlyEntriesOf(Vectors.ordered("businessType", "wxpayScoreUse", "query", query));
        assertThat(view.miniProgram().function()).isEqualTo("wx.openBusinessView");
        assertThat(view.miniProgram().toJson())
                .startsWith("{\"businessType\":\"wxpayScoreUse\",\"extraData\":{\"mch_id\":\"10000100\",")
                .endsWith(",\"sign\":\"" + CONFIRM_SIGN + "\"}}");
    }

    @Test
    void opensOtherPayscoreViews() {
        Payscore payscore = frontEnd.payscore();

        assertThat(payscore.showOrder("88", "o1").businessType()).isEqualTo("wxpayScoreDetail");
        assertThat(payscore.showOrder("88", "o1").extraData())
                .containsOnlyKeys("mch_id", "service_id", "out_order_no", "timestamp", "nonce_str", "sign_type", "sign")
                .containsEntry("sign", "7683120F546A6716FDB9BAFBDFE7FFF5D805302A70D45982BFE8401BEC9CBD35");
        assertThat(payscore.authorize("88", "r1").businessType()).isEqualTo("wxpayScoreEnable");
        assertThat(payscore.authorize("88", "r1").extraData())
                .containsOnlyKeys(
                        "mch_id", "service_id", "out_request_no", "timestamp", "nonce_str", "sign_type", "sign")
                .containsEntry("sign", "3F899FA33219926521F36E7B1D07A351A70014A55059037476585C98191A2ED7");
        assertThat(payscore.authorize("token").miniProgram().toJson())
                .isEqualTo(
                        "{\"businessType\":\"wxpayScoreEnable\",\"extraData\":{\"apply_permissions_token\":\"token\"}}");
        assertThat(payscore.confirmOrderUnsigned("AAQ").miniProgram().toJson())
                .isEqualTo("{\"businessType\":\"wxpayScoreUse\",\"extraData\":{\"package\":\"AAQ\"}}");
    }

    @Test
    void miniProgramOpensContractSigning() {
        Jump jump = frontEnd.contracts().miniProgram(contract -> contract.planId("106")
                .contractCode("122")
                .requestSerial(123)
                .contractDisplayAccount("张三")
                .notifyUrl("https://m.example/papay")
                .field("outerid", "u1"));

        assertThat(jump.function()).isEqualTo("wx.navigateToMiniProgram");
        assertThat(jump.toJson())
                .isEqualTo("{\"appId\":\"wxbd687630cd02ce1d\",\"path\":\"pages/index/index\",\"extraData\":{"
                        + "\"appid\":\"wx2421b1c4370ec43b\",\"mch_id\":\"10000100\",\"plan_id\":\"106\","
                        + "\"contract_code\":\"122\",\"request_serial\":\"123\",\"contract_display_account\":\"张三\","
                        + "\"notify_url\":\"https://m.example/papay\",\"outerid\":\"u1\",\"timestamp\":\"1554208460\","
                        + "\"sign\":\"512E5960D1C57AAA8BA22B8362F0DAA0\"}}");
        assertThat(jump.toString()).isEqualTo("Jump{wx.navigateToMiniProgram}");
    }

    @Test
    void serviceProviderNamesTheMerchant() {
        Jump jump = frontEnd.contracts().miniProgram(contract -> contract.planId("106")
                .contractCode("122")
                .requestSerial(123)
                .contractDisplayAccount("u")
                .notifyUrl("https://m.example/papay")
                .subMchId("1900000109")
                .subAppid("wxsub"));

        assertThat(jump.asMap().get("extraData").toString()).contains("sub_mch_id=1900000109", "sub_appid=wxsub");
    }

    @Test
    void listsMissingContractFields() {
        assertThatThrownBy(() -> frontEnd.contracts().miniProgram(contract -> contract.planId("1")))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                "contract_code is required",
                                "request_serial is required",
                                "contract_display_account is required",
                                "notify_url is required"));
        assertThatThrownBy(() -> frontEnd.contracts().miniProgram(c -> c.contractDisplayAccount("张三😀")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> frontEnd.contracts().miniProgram(c -> c.field("sign", "x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("sign is set by the client: do not set it");
    }

    @Test
    void preSignedContractNeedsOnlyItsId() {
        assertThat(frontEnd.contracts().miniProgram("5778aadY9").asMap())
                .containsEntry("extraData", Map.of("pre_entrustweb_id", "5778aadY9"));
        Jump app = frontEnd.contracts().app("5778aadY9");
        assertThat(app.function()).isEqualTo("WXOpenBusinessWebview");
        assertThat(app.toJson()).isEqualTo("{\"businessType\":12,\"queryInfo\":{\"pre_entrustweb_id\":\"5778aadY9\"}}");
    }

    @Test
    void jumpsAreValues() {
        Payscore payscore = frontEnd.payscore();

        assertThat(payscore.confirmOrder("A"))
                .isEqualTo(payscore.confirmOrder("A"))
                .hasSameHashCodeAs(payscore.confirmOrder("A"))
                .isNotEqualTo(payscore.confirmOrder("B"))
                .hasToString("BusinessView{wxpayScoreUse}");
        assertThat(payscore.confirmOrder("A").jsapi())
                .isEqualTo(payscore.confirmOrder("A").jsapi())
                .hasSameHashCodeAs(payscore.confirmOrder("A").jsapi())
                .isNotEqualTo(payscore.confirmOrder("A").app());
        assertThatThrownBy(() -> payscore.confirmOrder("A").app().asMap().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
