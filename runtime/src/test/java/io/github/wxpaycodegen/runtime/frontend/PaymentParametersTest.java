package io.github.wxpaycodegen.runtime.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Vectors;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.message.SignType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The v2 signatures were computed apart from this code, by the rule of {@code v2-sign.json} and with its key. */
class PaymentParametersTest {
    private static final String PREPAY = "wx201410272009395522657a690389285100";

    private final FrontEnd frontEnd = new FrontEnd(new FixedSigner());

    @Test
    void signsV3ParametersForPage() {
        JsapiParameters parameters = frontEnd.v3().jsapi(PREPAY);

        assertThat(parameters.paySign()).isEqualTo(expectedLines("skills-jsapi-invoke"));
        assertThat(parameters.asMap())
                .containsExactlyEntriesOf(Vectors.ordered(
                        "appId", "wx2421b1c4370ec43b",
                        "timeStamp", "1554208460",
                        "nonceStr", "593BEC0C930BF1AFEB40B4A08C8FB242",
                        "package", "prepay_id=" + PREPAY,
                        "signType", "RSA",
                        "paySign", parameters.paySign()));
        assertThat(parameters.appId()).isEqualTo("wx2421b1c4370ec43b");
        assertThat(parameters.timeStamp()).isEqualTo("1554208460");
        assertThat(parameters.nonceStr()).isEqualTo("593BEC0C930BF1AFEB40B4A08C8FB242");
        assertThat(parameters.packageValue()).isEqualTo("prepay_id=" + PREPAY);
        assertThat(parameters.signType()).isEqualTo("RSA");
    }

    @Test
    void v3MiniProgramSignsButOmitsAppId() {
        MiniProgramParameters parameters = frontEnd.v3().miniProgram(PREPAY);

        assertThat(parameters.paySign()).isEqualTo(expectedLines("skills-jsapi-invoke"));
        assertThat(parameters.asMap())
                .containsExactlyEntriesOf(Vectors.ordered(
                        "timeStamp", parameters.timeStamp(),
                        "nonceStr", parameters.nonceStr(),
                        "package", parameters.packageValue(),
                        "signType", parameters.signType(),
                        "paySign", parameters.paySign()));
        assertThat(parameters.timeStamp()).isEqualTo("1554208460");
        assertThat(parameters.nonceStr()).isEqualTo("593BEC0C930BF1AFEB40B4A08C8FB242");
        assertThat(parameters.packageValue()).isEqualTo("prepay_id=" + PREPAY);
        assertThat(parameters.signType()).isEqualTo("RSA");
    }

    @Test
    void signsV3ParametersForApp() {
        AppParameters parameters = frontEnd.v3().app(PREPAY);

        assertThat(parameters.sign()).isEqualTo(expectedLines("skills-app-invoke"));
        assertThat(parameters.asMap())
                .containsExactlyEntriesOf(Vectors.ordered(
                        "appid", "wx2421b1c4370ec43b",
                        "partnerid", "10000100",
                        "prepayid", PREPAY,
                        "package", "Sign=WXPay",
                        "noncestr", "593BEC0C930BF1AFEB40B4A08C8FB242",
                        "timestamp", "1554208460",
                        "sign", parameters.sign()));
        assertThat(parameters.appid()).isEqualTo("wx2421b1c4370ec43b");
        assertThat(parameters.partnerid()).isEqualTo("10000100");
        assertThat(parameters.prepayid()).isEqualTo(PREPAY);
        assertThat(parameters.packageValue()).isEqualTo("Sign=WXPay");
        assertThat(parameters.noncestr()).isEqualTo("593BEC0C930BF1AFEB40B4A08C8FB242");
        assertThat(parameters.timestamp()).isEqualTo("1554208460");
    }

    @Test
    void v2PageUsesAlgorithmOfGeneratedOrders() {
        JsapiParameters parameters = frontEnd.v2().jsapi(PREPAY);

        assertThat(parameters.toJson())
                .isEqualTo("{\"appId\":\"wx2421b1c4370ec43b\",\"timeStamp\":\"1554208460\","
                        + "\"nonceStr\":\"593BEC0C930BF1AFEB40B4A08C8FB242\",\"package\":\"prepay_id=" + PREPAY
                        + "\",\"signType\":\"HMAC-SHA256\",\"paySign\":"
                        + "\"9548346C1D2289C8E4C69759ADC82D410EBC55EF8053D8A59895F5D293421D5D\"}");
        assertThat(frontEnd.v2().miniProgram(PREPAY).paySign()).isEqualTo(parameters.paySign());
    }

    @Test
    void signsV2ParametersWithMd5() {
        JsapiParameters parameters = frontEnd.v2(SignType.MD5).jsapi(PREPAY);

        assertThat(parameters.signType()).isEqualTo("MD5");
        assertThat(parameters.paySign()).isEqualTo("911698BDACD31363E8265AEE51CD2FA6");
        assertThat(frontEnd.v2(SignType.MD5).app(PREPAY).sign()).isEqualTo("E1939CA696C65FBD0885E00FAED14542");
    }

    @Test
    void signsV2ParametersForApp() {
        assertThat(frontEnd.v2().app(PREPAY).asMap())
                .containsExactlyEntriesOf(Vectors.ordered(
                        "appid", "wx2421b1c4370ec43b",
                        "partnerid", "10000100",
                        "prepayid", PREPAY,
                        "package", "Sign=WXPay",
                        "noncestr", "593BEC0C930BF1AFEB40B4A08C8FB242",
                        "timestamp", "1554208460",
                        "sign", "4675E3C9DB70EC5188BE4951C5E58A0AC4F1DC5FDB7D01CCC49EBFB3292A2CB3"));
    }

    @Test
    void usesOtherIdsThanConfigured() {
        AppParameters parameters =
                frontEnd.appid("wxother").mchid("1900000001").v3().app(PREPAY);

        assertThat(parameters.appid()).isEqualTo("wxother");
        assertThat(parameters.partnerid()).isEqualTo("1900000001");
        assertThat(parameters.sign()).startsWith("wxother\n");
    }

    @Test
    void areValuesThatHideTheirSignature() {
        JsapiParameters parameters = frontEnd.v2().jsapi(PREPAY);

        assertThat(parameters)
                .isEqualTo(frontEnd.v2().jsapi(PREPAY))
                .hasSameHashCodeAs(frontEnd.v2().jsapi(PREPAY))
                .isNotEqualTo(frontEnd.v2().jsapi("wx2"));
        assertThat(parameters.toString())
                .startsWith("JsapiParameters{appId=wx2421b1c4370ec43b, ")
                .endsWith("paySign=***}")
                .doesNotContain(parameters.paySign());
        assertThatThrownBy(() -> parameters.asMap().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "wx\n1", "wx 1", "wx中", "prepay_id=wx1"})
    void rejectsInvalidPrepayId(String prepayId) {
        assertThatThrownBy(() -> frontEnd.v3().jsapi(prepayId)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> frontEnd.v3().app(prepayId)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> frontEnd.v2().jsapi(prepayId)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> frontEnd.v2().app(prepayId)).isInstanceOf(InvalidRequestException.class);
    }

    private static String expectedLines(String id) {
        return Vectors.read("v3-message.json")
                .get("messages")
                .valueStream()
                .filter(message -> message.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .get("expected")
                .asString();
    }
}
