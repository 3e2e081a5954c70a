package io.github.wxpaycodegen.runtime.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls below {@code /brand/}, which are the brand's alone: its id, its key, and the gateway's key for it. */
class BrandCallTest {
    private static final Operation<Sent, String> NAME = Operation.<Sent, String>v3(
                    HttpMethod.POST, "/brand/a", BrandCallTest::name)
            .traits(Trait.JSON_BODY)
            .build();

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void brandSignsWithItsOwnKeyAndScheme() {
        gateway.answerBrand("{}");
        call(gateway.client(V3Gateway::brand), NAME, out -> out.string("a", "b"));
        TransportRequest sent = gateway.only();
        assertThat(sent.headers().get("Authorization"))
                .startsWith("WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"120344\",")
                .contains("serial_no=\"0B2C\"")
                .doesNotContain("mchid");
        assertThat(gateway.authorizesBrand(sent, "{\"a\":\"b\"}")).isTrue();
        assertThat(gateway.authorizes(sent, "{\"a\":\"b\"}")).isFalse();
        assertThat(sent.headers()).containsEntry("Wechatpay-Serial", V3Gateway.BRAND_SERIAL);
    }

    @Test
    void merchantSignsItsOwnCalls() {
        gateway.answer(200, "{}");
        call(gateway.client(V3Gateway::brand), merchantCall(), out -> {});
        TransportRequest sent = gateway.only();
        assertThat(sent.headers().get("Authorization"))
                .startsWith("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\",")
                .contains("serial_no=\"0A1B\"");
        assertThat(gateway.authorizes(sent, "")).isTrue();
        assertThat(sent.headers()).containsEntry("Wechatpay-Serial", V3Gateway.SERIAL);
    }

    @Test
    void brandNeedsNoMerchant() {
        gateway.answerBrand("{}");
        call(gateway.brandClient(config -> {}), NAME, out -> {});
        assertThat(gateway.authorizesBrand(gateway.only(), "{}")).isTrue();
    }

    @Test
    void responseSignedForTheMerchantIsNotTrusted() {
        gateway.answer(200, "{}");
        assertThatThrownBy(() -> call(gateway.client(V3Gateway::brand), NAME, out -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining(V3Gateway.SERIAL);
    }

    @Test
    void errorSignedForTheMerchantIsNotTrusted() {
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}");
        assertThatThrownBy(() -> call(gateway.brandClient(config -> {}), NAME, out -> {}))
                .isInstanceOfSatisfying(InvalidResponseException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining(V3Gateway.SERIAL);
    }

    @Test
    void sensitiveFieldsUseTheKeysOfTheBrand() throws Exception {
        gateway.answerBrand("{\"name\":\"" + encrypt(gateway.brandPublicKey(), "李四") + "\"}");
        String name = call(
                gateway.client(V3Gateway::brand), NAME, out -> out.encrypted().string("name", "张三"));
        assertThat(name).isEqualTo("李四");
        String sent = new String(gateway.only().body(), StandardCharsets.UTF_8);
        assertThat(decrypt(gateway.brandKey(), sent.replaceAll(".*:\"|\"}", "")))
                .isEqualTo("张三");
    }

    @Test
    void merchantsKeyDecryptsNoFieldOfABrand() throws Exception {
        gateway.answerBrand("{\"name\":\"" + encrypt(gateway.merchantPublicKey(), "李四") + "\"}");
        assertThat(call(gateway.client(V3Gateway::brand), NAME, out -> {})).isEmpty();
    }

    @Test
    void sendsNothingWithOnlyBrandId() {
        refused(
                gateway.client(config -> config.brandId("120344")),
                "configure brandPrivateKeyPem, and" + " brandCertificatePem or brandSerial");
    }

    @Test
    void missingBrandIdIsNamed() {
        refused(gateway.client(), "must be called by the brand: configure brandId");
    }

    @Test
    void merchantsPublicKeyDoesNotServeTheBrand() {
        refused(
                gateway.client(config -> config.brandId("120344")
                        .brandPrivateKeyPem(TestKeys.pem(TestKeys.rsa().getPrivate()))
                        .brandSerial("0B2C")),
                "no key of the gateway is trusted for the brand: configure brandWechatPayPublicKeyPem");
    }

    @ParameterizedTest
    @CsvSource({"/brand/a, BRAND", "/brandish/a, MERCHANT", "/v3/brand/a, MERCHANT", "/v3/a, MERCHANT"})
    void firstSegmentDeterminesCaller(String path, V3Account account) {
        assertThat(V3Account.of(path)).isEqualTo(account);
    }

    private void refused(WxPayClient client, String message) {
        assertThatThrownBy(() -> call(client, NAME, out -> {}))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcome.NOT_SENT))
                .hasMessageContaining(message);
        assertThat(gateway.sent()).isEmpty();
    }

    private static Operation<Sent, Map<String, String>> merchantCall() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, "/v3/a", Read::readFrom)
                .traits(Trait.READ_ONLY)
                .build();
    }

    private static String name(FieldReader in) {
        String name = in.encrypted().string("name");
        return name == null ? "" : name;
    }

    private static <R> R call(WxPayClient client, Operation<Sent, R> operation, Consumer<FieldWriter> fields) {
        return client.context().call(operation, new Sent(fields));
    }

    private static String encrypt(PublicKey key, String text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String decrypt(PrivateKey key, String text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return new String(cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }
}
