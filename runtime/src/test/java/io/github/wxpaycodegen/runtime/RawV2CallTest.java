package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.crypto.Cipher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawV2CallTest {
    private static final String KEY = "192006250b4c09247ec02edce69f6a2d";
    private static final V2Signer SIGNER = new V2Signer(KEY);
    private static final KeyPair GATEWAY = TestKeys.rsa();
    private static final String PATH = "/mmpaysptrans/new";

    @Test
    void requestContainsNonceAndSignature() throws Exception {
        RecordingTransport gateway = answering(signed(SignType.MD5, "order_id", "1"));
        WxPayResponse<String> response = raw(gateway)
                .v2(PATH)
                .field("amount", "1")
                .field("remark", "红包 <&>")
                .send();
        assertThat(response.value()).isEqualTo(signed(SignType.MD5, "order_id", "1"));
        TransportRequest sent = gateway.sent();
        assertThat(sent.uri()).hasToString("https://api.mch.weixin.qq.com/mmpaysptrans/new");
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.clientCertificate()).isFalse();
        Map<String, String> fields = fields(sent);
        assertThat(fields)
                .containsOnlyKeys("amount", "remark", "nonce_str", "sign")
                .containsEntry("remark", "红包 <&>");
        assertThat(fields.get("nonce_str")).matches("[0-9A-Za-z]{32}");
        String sign = fields.remove("sign");
        assertThat(sign).isEqualTo(SIGNER.sign(fields, SignType.MD5));
    }

    @Test
    @SuppressWarnings("NullAway") // callers without null checks pass it
    void namesNullArgument() {
        RawV2Call call = raw(answering("")).v2(PATH);
        assertThatNullPointerException().isThrownBy(() -> call.field(null, "1")).withMessage("name of a field");
        assertThatNullPointerException().isThrownBy(() -> call.field("a", null)).withMessage("value of the field a");
        assertThatNullPointerException()
                .isThrownBy(() -> call.encryptedField("a", null))
                .withMessage("value of the field a");
        assertThatNullPointerException()
                .isThrownBy(() -> call.nestedElements("a", null))
                .withMessage("name of a nested element");
    }

    @Test
    void omitsNonceIfRequested() throws Exception {
        RecordingTransport gateway = answering(signed(SignType.MD5, "order_id", "1"));
        raw(gateway).v2(PATH).field("amount", "1").withoutNonce().send();
        assertThat(fields(gateway.sent()))
                .containsOnlyKeys("amount", "sign")
                .containsEntry("sign", SIGNER.sign(Map.of("amount", "1"), SignType.MD5));
    }

    @Test
    void signsWithSignTypeOfTheRequest() throws Exception {
        RecordingTransport gateway = answering(signed(SignType.HMAC_SHA256, "order_id", "1"));
        raw(gateway).v2(PATH).field("sign_type", "HMAC-SHA256").send();
        Map<String, String> fields = fields(gateway.sent());
        String sign = fields.remove("sign");
        assertThat(sign).isEqualTo(SIGNER.sign(fields, SignType.HMAC_SHA256));
    }

    @Test
    void presentsClientCertificateIfRequested() {
        RecordingTransport gateway = answering(signed(SignType.MD5, "order_id", "1"));
        raw(gateway).v2(PATH).clientCertificate().send();
        assertThat(gateway.sent().clientCertificate()).isTrue();
    }

    @Test
    void sensitiveFieldIsEncryptedWithTheGatewaysKey() throws Exception {
        RecordingTransport gateway = answering(signed(SignType.MD5, "order_id", "1"));
        raw(gateway).v2(PATH).encryptedField("enc_bank_no", "6225").send();
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.DECRYPT_MODE, GATEWAY.getPrivate());
        byte[] sent = Base64.getDecoder().decode(fields(gateway.sent()).get("enc_bank_no"));
        assertThat(cipher.doFinal(sent)).isEqualTo("6225".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void verifiesResponse() {
        assertThatThrownBy(() -> raw(answering("<xml><return_code>SUCCESS</return_code></xml>"))
                        .v2(PATH)
                        .send())
                .isInstanceOfSatisfying(InvalidResponseException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcome.UNKNOWN))
                .hasMessageContaining(PATH + ": the response is not signed");
    }

    @Test
    void queryIsRejectedAfterAnyCode() {
        String body = signed(SignType.MD5, "result_code", "FAIL", "err_code", "ORDERNOTEXIST");
        assertThatThrownBy(() -> raw(answering(body)).v2(PATH).readOnly().send())
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED));
    }

    @Test
    void acceptsUnsignedResponseIfRequested() {
        String unsigned = "<xml><return_code>SUCCESS</return_code><id>1</id></xml>";
        assertThat(raw(answering(unsigned)).v2(PATH).responseUnsigned().send().value())
                .isEqualTo(unsigned);
        String forged = signed(SignType.MD5, "order_id", "1").replace("<order_id>1", "<order_id>2");
        assertThatThrownBy(
                        () -> raw(answering(forged)).v2(PATH).responseUnsigned().send())
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("signature of the response is wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "NOAUTH, REJECTED",
        "NOTENOUGH, UNKNOWN",
        "SYSTEMERROR, UNKNOWN",
        "USERPAYING, UNKNOWN",
        "PROCESSING, UNKNOWN"
    })
    void signedErrorIsReported(String code, Outcome outcome) {
        String body = signed(SignType.MD5, "result_code", "FAIL", "err_code", code);
        assertThatThrownBy(() -> raw(answering(body)).v2(PATH).send())
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(outcome);
                    assertThat(e.errorCode()).isEqualTo(code);
                });
    }

    @Test
    void undeclaredCodeNamesHowToDeclareIt() {
        String body = signed(SignType.MD5, "result_code", "FAIL", "err_code", "NOTENOUGH");
        String uncertain = signed(SignType.MD5, "result_code", "FAIL", "err_code", "SYSTEMERROR");
        String unsigned = "<xml><return_code>FAIL</return_code><err_code>NOTENOUGH</err_code></xml>";

        assertThatThrownBy(() -> raw(answering(body)).v2(PATH).send())
                .hasMessageEndingWith(RawV3CallTest.undeclared("NOTENOUGH"));
        assertThatThrownBy(() -> raw(answering(uncertain)).v2(PATH).send()).hasMessageNotContaining("declare");
        assertThatThrownBy(() -> raw(answering(unsigned)).v2(PATH).send())
                .hasMessageContaining("It may have taken effect")
                .hasMessageNotContaining("declare");
    }

    @Test
    void readsNamedNestedElements() {
        String signed = signed(SignType.MD5, "order_id", "1");
        String nested = signed.replace("</xml>", "<list><id>1</id></list></xml>");
        assertThat(raw(answering(nested)).v2(PATH).nestedElements("list").send().value())
                .isEqualTo(nested);
        assertThatThrownBy(() -> raw(answering(nested)).v2(PATH).send()).isInstanceOf(InvalidResponseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce_str", "sign"})
    void fieldsOfTheClientAreRefused(String name) {
        assertThatThrownBy(() -> raw(answering("")).v2(PATH).field(name, "1"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(name + " is added by the client: do not put it");
    }

    @Test
    void rejectsDuplicateAndInvalidFieldNames() {
        RawV2Call call = raw(answering("")).v2(PATH).field("a", "1");
        assertThatThrownBy(() -> call.encryptedField("a", "2"))
                .hasMessageContaining("a was added before: add each field once");
        assertThatThrownBy(() -> call.field("a b", "1")).hasMessageContaining("must be a valid XML name");
        assertThatThrownBy(() -> call.field("", "1")).hasMessageContaining("must be a valid XML name");
        assertThatThrownBy(() -> call.field("", "1"))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.operation())
                        .hasToString("POST " + PATH));
    }

    @Test
    void rejectsCharactersThatXmlDoesNotAllow() {
        RecordingTransport gateway = answering("");
        assertThatThrownBy(() ->
                        raw(gateway).v2(PATH).field("a", "\u0001").sendAsync().get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("a has the character U+0001, which XML cannot carry")
                .cause()
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.operation())
                        .hasToString("POST " + PATH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v2/pay/orderquery|must not begin with /v2: on the wire it is /pay/orderquery",
                "/v3/pay|does not belong to v2: call it with raw().v3(...)",
                "pay/orderquery|must begin with /",
                "/pay/../a|must have no segment . or .."
            })
    void rejectsPathOutsideOfV2(String path, String problem) {
        assertThatThrownBy(() -> raw(answering("")).v2(path))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("path " + problem);
    }

    private static RawCalls raw(RecordingTransport gateway) {
        return WxPayClient.create(WxPayConfig.builder()
                        .mchid("1900000001")
                        .appid("wx1")
                        .v2Key(KEY)
                        .encryptionKeyPem(TestKeys.pem(GATEWAY.getPublic()))
                        .transport(() -> gateway)
                        .build())
                .context()
                .raw();
    }

    private static RecordingTransport answering(String body) {
        return RecordingTransport.answering(body);
    }

    private static Map<String, String> fields(TransportRequest request) throws XmlFormatException {
        return V2Xml.read(request.body());
    }

    private static String signed(SignType type, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("return_code", "SUCCESS");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.put("sign", SIGNER.sign(fields, type));
        return new String(V2Xml.write(fields), StandardCharsets.UTF_8);
    }
}
