package io.github.wxpaycodegen.runtime.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.RecordingTransport;
import io.github.wxpaycodegen.runtime.Vectors;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Front-end parameters with the ids, keys and clock of a client. */
class FrontEndTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";
    private static final KeyPair KEYS = TestKeys.rsa();

    private static WxPayConfig.Builder config() {
        return WxPayConfig.builder()
                .clock(Clock.fixed(Instant.ofEpochSecond(1554208460), ZoneOffset.UTC))
                .transport(() -> RecordingTransport.answering(""));
    }

    private static FrontEnd frontEnd(WxPayConfig.Builder config) {
        return WxPayClient.create(config.build()).context().frontEnd();
    }

    @Test
    void v3IsSignedWithTheMerchantsKey() throws Exception {
        FrontEnd frontEnd = frontEnd(config().appid("wx1")
                .mchid("1900000001")
                .merchantSerial("0A")
                .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate())));

        AppParameters app = frontEnd.v3().app("wx2");
        assertThat(app.partnerid()).isEqualTo("1900000001");
        assertThat(app.timestamp()).isEqualTo("1554208460");
        assertThat(app.noncestr()).matches("[0-9A-Za-z]{32}");
        assertThat(isSignatureOf(app.sign(), "wx1\n1554208460\n" + app.noncestr() + "\nwx2\n"))
                .isTrue();
        JsapiParameters page = frontEnd.v3().jsapi("wx2");
        assertThat(page.nonceStr()).isNotEqualTo(app.noncestr());
        assertThat(isSignatureOf(page.paySign(), "wx1\n1554208460\n" + page.nonceStr() + "\nprepay_id=wx2\n"))
                .isTrue();
    }

    @Test
    void v2IsSignedWithTheV2Key() {
        JsapiParameters page = frontEnd(config().appid("wx1").v2Key(KEY)).v2().jsapi("wx2");

        Map<String, String> signed = new HashMap<>(page.asMap());
        signed.remove("paySign");
        assertThat(new V2Signer(KEY).verify(signed, SignType.HMAC_SHA256, page.paySign()))
                .isTrue();
    }

    @Test
    void namesMissingSetting() {
        FrontEnd nothing = frontEnd(config());

        assertThatThrownBy(() -> nothing.v3().jsapi("wx2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("builder().appid(...)");
        assertThatThrownBy(() -> nothing.appid("wx1").v3().app("wx2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("builder().mchid(...)");
        assertThatThrownBy(() -> nothing.appid("wx1").v3().jsapi("wx2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("merchantPrivateKeyPem");
        assertThatThrownBy(() -> nothing.appid("wx1").v2().jsapi("wx2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("builder().v2Key(...)");
    }

    @Test
    void rejectsSm2KeyForRsaParameters() {
        WxPayConfig.Builder config = config().appid("wx1")
                .merchantSerial("0A")
                .merchantPrivateKeyPem(
                        Vectors.text("sm-merchant-private-key.pem").getBytes(StandardCharsets.US_ASCII));
        FrontEnd frontEnd = frontEnd(config);

        assertThatThrownBy(() -> frontEnd.v3().jsapi("wx2"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("is one of EC");
    }

    private static boolean isSignatureOf(String signature, String text) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KEYS.getPublic());
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    /**
     * The payer sees the signature of the contract. With this name, it is also that of a payment, which he could send to the
     * shop as a notification.
     */
    @Test
    void refusesNameThatMakesTheContractLookLikePayment() {
        String forged = "x&mch_id=10000100&out_trade_no=A1&result_code=SUCCESS&return_code=SUCCESS&total_fee=1&z=";
        FrontEnd frontEnd = frontEnd(config().appid("wx1").mchid("10000100").v2Key(KEY));
        Consumer<ContractFields> contract = fields -> fields.planId("106")
                .contractCode("122")
                .requestSerial(123)
                .contractDisplayAccount(forged)
                .notifyUrl("https://shop.example/wxpay/notify");

        assertThatThrownBy(() -> frontEnd.contracts().miniProgram(contract))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("contract_display_account must not contain & before =");
        assertThatCode(() -> frontEnd.contracts()
                        .miniProgram(contract.andThen(fields -> fields.contractDisplayAccount("1=1 & 张三"))))
                .doesNotThrowAnyException();
    }
}
