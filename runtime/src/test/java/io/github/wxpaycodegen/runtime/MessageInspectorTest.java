package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.MessageInspection.Check;
import io.github.wxpaycodegen.runtime.MessageInspection.Result;
import io.github.wxpaycodegen.runtime.internal.crypto.Identity;
import io.github.wxpaycodegen.runtime.internal.crypto.RequestText;
import io.github.wxpaycodegen.runtime.internal.crypto.SmKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.SmSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.V3Signer;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageInspectorTest {
    private static final KeyPair MERCHANT = TestKeys.rsa();
    private static final KeyPair GATEWAY = TestKeys.rsa();
    private static final String SERIAL = "ABCD";
    private static final String KEY_ID = "PUB_KEY_ID_01";
    private static final String V2_KEY = "0123456789abcdef0123456789ABCDEF";
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private static final MessageInspector INSPECTOR = MessageInspector.of(WxPayConfig.builder()
            .mchid("1230000109")
            .v2Key(V2_KEY)
            .merchantPrivateKeyPem(
                    TestKeys.pem("PRIVATE KEY", MERCHANT.getPrivate().getEncoded()))
            .merchantSerial(SERIAL)
            .wechatPayPublicKeyPem(
                    KEY_ID, TestKeys.pem("PUBLIC KEY", GATEWAY.getPublic().getEncoded()))
            .build());

    @Test
    void acceptsSignedResponse() {
        MessageInspection result = INSPECTOR.received(signed(BODY)::get, BODY, NOW);

        assertThat(result.isValid()).isTrue();
        assertThat(result.checks()).extracting(Check::result).containsOnly(Result.PASSED);
        assertThat(result.signedMessage())
                .isEqualTo((NOW.getEpochSecond() + "\nn\n{\"a\":1}\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesMissingHeaders() {
        MessageInspection result = INSPECTOR.received(name -> null, BODY, null);

        assertThat(failure(result)).startsWith("headers: missing: Wechatpay-Timestamp, Wechatpay-Nonce");
        assertThat(result.isValid()).isFalse();
        assertThat(result.signedMessage()).isNull();
    }

    @Test
    void namesUnknownKey() {
        Map<String, String> headers = signed(BODY);
        headers.put("Wechatpay-Serial", "PUB_KEY_ID_02");

        assertThat(failure(INSPECTOR.received(headers::get, BODY, null)))
                .startsWith("key: PUB_KEY_ID_02 is not configured: configure wechatPayPublicKeyPem");
    }

    @Test
    void checksAgeOnlyIfTimeOfReceiptIsKnown() {
        MessageInspection late = INSPECTOR.received(signed(BODY)::get, BODY, NOW.plusSeconds(300));

        assertThat(failure(late)).startsWith("time: ");
        assertThat(INSPECTOR.received(signed(BODY)::get, BODY, null).isValid()).isTrue();
    }

    @Test
    void recognizesChangedLineEnds() {
        byte[] lines = "{\n}".getBytes(StandardCharsets.UTF_8);

        assertThat(failure(INSPECTOR.received(signed(lines)::get, "{\r\n}".getBytes(StandardCharsets.UTF_8), null)))
                .contains("valid for a body with LF in place of CRLF");
        assertThat(failure(INSPECTOR.received(signed(lines)::get, "{\n}\n".getBytes(StandardCharsets.UTF_8), null)))
                .contains("without the line end at its end");
        assertThat(failure(INSPECTOR.received(signed(lines)::get, BODY, null))).contains("Compare them byte by byte");
    }

    @Test
    void recognizesProbe() {
        Map<String, String> headers = signed(BODY);
        headers.put("Wechatpay-Signature", "WECHATPAY/SIGNTEST/x");

        assertThat(failure(INSPECTOR.received(headers::get, BODY, null))).contains("wrong on purpose");
    }

    @Test
    void acceptsSignedRequestByKeyAlone() {
        String authorization = authorization("1230000109");

        MessageInspection result = INSPECTOR.request("POST", "/v3/a?b=c", authorization, BODY, NOW);

        assertThat(result.isValid()).isTrue();
        assertThat(result.signedMessage())
                .isEqualTo(("POST\n/v3/a?b=c\n" + NOW.getEpochSecond() + "\nn\n{\"a\":1}\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rejectsRequestWithAnotherTargetOrMerchant() {
        assertThat(failure(INSPECTOR.request("POST", "/v3/a", authorization("1230000109"), BODY, null)))
                .startsWith("signature: wrong");
        assertThat(failure(INSPECTOR.request("POST", "/v3/a?b=c", authorization("1900000109"), BODY, null)))
                .startsWith("headers: Authorization must have the mchid that is configured, 1230000109");
        assertThat(failure(INSPECTOR.request("POST", "/v3/a?b=c", null, BODY, null)))
                .startsWith("headers: there is no Authorization");
    }

    /** The timestamp is signed as a text, so only one spelling of a number counts. */
    @ParameterizedTest
    @ValueSource(strings = {"01", "-1", "1.0", "1000000000000", "", "now"})
    void rejectsTimestampThatIsNoPlainNumber(String timestamp) {
        Map<String, String> headers = signed(BODY);
        headers.put("Wechatpay-Timestamp", timestamp);
        String authorization =
                authorization("1230000109").replaceFirst("timestamp=\"[0-9]+\"", "timestamp=\"" + timestamp + "\"");

        assertThat(failed(INSPECTOR.received(headers::get, BODY, null)))
                .contains(timestamp.isEmpty() ? "headers" : "time");
        assertThat(failed(INSPECTOR.request("POST", "/v3/a?b=c", authorization, BODY, null)))
                .contains("time");
    }

    private static List<String> failed(MessageInspection result) {
        return result.checks().stream()
                .filter(check -> check.result() == Result.FAILED)
                .map(Check::name)
                .toList();
    }

    /** The path decides whose request it is, and the key whose response. */
    @Test
    void inspectsMessagesOfTheBrandWithItsKeys() {
        KeyPair brand = TestKeys.rsa();
        MessageInspector inspector = MessageInspector.of(WxPayConfig.builder()
                .mchid("1230000109")
                .merchantPrivateKeyPem(TestKeys.pem(MERCHANT.getPrivate()))
                .merchantSerial(SERIAL)
                .wechatPayPublicKeyPem(
                        "PUB_KEY_ID_02", TestKeys.pem(TestKeys.rsa().getPublic()))
                .brandId("40001")
                .brandPrivateKeyPem(TestKeys.pem(brand.getPrivate()))
                .brandSerial("BA")
                .brandWechatPayPublicKeyPem(KEY_ID, TestKeys.pem(GATEWAY.getPublic()))
                .build());
        String own = new V3Signer(brand.getPrivate(), "BA", null)
                .authorization(Identity.brand("40001"), "POST", "/brand/a", NOW.getEpochSecond(), "n", BODY);
        String ofMerchant = new V3Signer(MERCHANT.getPrivate(), SERIAL, null)
                .authorization(Identity.merchant("1230000109"), "POST", "/brand/a", NOW.getEpochSecond(), "n", BODY);

        assertThat(inspector.request("POST", "/brand/a", own, BODY, NOW).isValid())
                .isTrue();
        assertThat(failure(inspector.request("POST", "/brand/a", ofMerchant, BODY, NOW)))
                .startsWith("headers: the scheme of Authorization must be WECHATPAY-BRAND-SHA256-RSA2048");
        assertThat(inspector.received(signed(BODY)::get, BODY, NOW).isValid()).isTrue();
    }

    @Test
    void inspectsMessagesOfSm2() throws GeneralSecurityException {
        KeyPair merchant = SmKeys.sm2();
        KeyPair platform = SmKeys.sm2();
        Instant now = Instant.now();
        WxPayConfig.Builder config = WxPayConfig.builder()
                .mchid("1230000109")
                .merchantPrivateKeyPem(TestKeys.pem(merchant.getPrivate()))
                .platformCertificatesPem(pem(SmKeys.certificate(platform, "0A1B2C", now)));
        MessageInspector inspector =
                MessageInspector.of(config.merchantCertificatePem(pem(SmKeys.certificate(merchant, "0A1B", now)))
                        .build());
        String authorization = new V3Signer(merchant.getPrivate(), "0A1B", null)
                .authorization(Identity.merchant("1230000109"), "POST", "/v3/a", NOW.getEpochSecond(), "n", BODY);
        Map<String, String> headers = signed(BODY);
        headers.put("Wechatpay-Serial", "0A1B2C");
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SM2-WITH-SM3");
        byte[] text = RequestText.ofResponse(headers.get("Wechatpay-Timestamp"), "n", BODY);
        headers.put(
                "Wechatpay-Signature",
                Base64.getEncoder().encodeToString(SmSuite.INSTANCE.sign(platform.getPrivate(), text, null)));

        assertThat(inspector.request("POST", "/v3/a", authorization, BODY, NOW).isValid())
                .isTrue();
        assertThat(failure(inspector.request("POST", "/v3/b", authorization, BODY, NOW)))
                .startsWith("signature: wrong");
        assertThat(inspector.received(headers::get, BODY, NOW).isValid()).isTrue();
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        assertThat(failure(inspector.received(headers::get, BODY, NOW)))
                .startsWith("headers: Wechatpay-Signature-Type must be WECHATPAY2-SM2-WITH-SM3");
    }

    private static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
        return TestKeys.pem("CERTIFICATE", certificate.getEncoded());
    }

    /** After a renewal with the same key, only the serial number is wrong. */
    @Test
    void rejectsRequestWithAnotherSerialNumber() {
        String old = new V3Signer(MERCHANT.getPrivate(), "0BAD", null)
                .authorization(Identity.merchant("1230000109"), "POST", "/v3/a?b=c", NOW.getEpochSecond(), "n", BODY);

        assertThat(failure(INSPECTOR.request("POST", "/v3/a?b=c", old, BODY, null)))
                .startsWith("key: serial_no must be the configured serial number, " + SERIAL);
    }

    @Test
    void rejectsUnprovenFieldsBesideRefund() {
        String forged = "<xml><return_code>SUCCESS</return_code><out_trade_no>B</out_trade_no>"
                + "<req_info>any</req_info></xml>";

        assertThat(failure(INSPECTOR.v2(forged.getBytes(StandardCharsets.UTF_8))))
                .startsWith("encryption: a refund notification without a signature has only appid, mch_id");
    }

    @Test
    void showsSignedTextOfVersion2WithoutKey() {
        MessageInspection result = INSPECTOR.v2(xml(SignType.HMAC_SHA256, "x"));

        assertThat(result.isValid()).isTrue();
        assertThat(result.signedMessage())
                .isEqualTo("a=x&sign_type=HMAC-SHA256&key=<APIv2 key>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rejectsChangedFieldAndOtherAlgorithmOfVersion2() {
        String changed = new String(xml(SignType.MD5, "x"), StandardCharsets.UTF_8).replace("<a>x", "<a>y");
        String other = changed.replace("<a>y", "<a>x").replace(">MD5<", ">HMAC-SHA256<");

        assertThat(failure(INSPECTOR.v2(changed.getBytes(StandardCharsets.UTF_8))))
                .startsWith("signature: wrong: a field was changed");
        assertThat(failure(INSPECTOR.v2(other.getBytes(StandardCharsets.UTF_8))))
                .startsWith("algorithm: sign_type is HMAC-SHA256, but sign is as long as one of MD5");
        assertThat(failure(INSPECTOR.v2("<xml><a>1</a></xml>".getBytes(StandardCharsets.UTF_8))))
                .contains("there is no field sign");
        assertThat(failure(INSPECTOR.v2("<html/>".getBytes(StandardCharsets.UTF_8))))
                .startsWith("XML: ");
    }

    private static String failure(MessageInspection result) {
        assertThat(result.isValid()).isFalse();
        Check check = Objects.requireNonNull(result.firstFailure());
        return check.name() + ": " + check.finding();
    }

    private static Map<String, String> signed(byte[] body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Wechatpay-Timestamp", Long.toString(NOW.getEpochSecond()));
        headers.put("Wechatpay-Nonce", "n");
        headers.put("Wechatpay-Serial", KEY_ID);
        headers.put("Wechatpay-Signature", sign(NOW.getEpochSecond() + "\nn\n", body));
        return headers;
    }

    private static String sign(String head, byte[] body) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(GATEWAY.getPrivate());
            signature.update(head.getBytes(StandardCharsets.UTF_8));
            signature.update(body);
            signature.update((byte) '\n');
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String authorization(String mchid) {
        return new V3Signer(MERCHANT.getPrivate(), SERIAL, null)
                .authorization(Identity.merchant(mchid), "POST", "/v3/a?b=c", NOW.getEpochSecond(), "n", BODY);
    }

    private static byte[] xml(SignType type, String value) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("a", value);
        fields.put("sign_type", type.value());
        fields.put("empty", "");
        fields.put("sign", new V2Signer(V2_KEY).sign(fields, type));
        StringBuilder xml = new StringBuilder("<xml>");
        fields.forEach((name, text) -> xml.append("<" + name + ">" + text + "</" + name + ">"));
        return xml.append("</xml>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
