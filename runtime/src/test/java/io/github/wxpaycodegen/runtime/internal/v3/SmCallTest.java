package io.github.wxpaycodegen.runtime.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.call.FieldCrypto;
import io.github.wxpaycodegen.runtime.internal.crypto.Pem;
import io.github.wxpaycodegen.runtime.internal.crypto.SmKeys;
import io.github.wxpaycodegen.runtime.internal.crypto.SmSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.runtime.notification.NotificationTypes;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Calls, downloaded certificates, sensitive fields and notifications of a merchant whose key is one of SM2. */
class SmCallTest {
    private static final SmSuite SM = SmSuite.INSTANCE;
    private static final String V3_KEY = "a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb";
    private static final String SERIAL = "0A1B2C";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final KeyPair MERCHANT = SmKeys.sm2();
    private static final KeyPair PLATFORM = SmKeys.sm2();
    private static final X509Certificate CERTIFICATE = SmKeys.certificate(PLATFORM, SERIAL, CLOCK.instant());

    private static final Operation<Sent, Map<String, String>> ORDER = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.POST, "/v3/order", Read::readFrom)
            .traits(Trait.JSON_BODY)
            .build();

    private final List<TransportRequest> sent = new ArrayList<>();
    private String answer = "{\"out_order_no\":\"1\"}";
    private String signatureType = "WECHATPAY2-SM2-WITH-SM3";

    @Test
    void signsAndVerifiesWithSm2() throws Exception {
        Map<String, String> read = call(config());

        assertThat(read).containsEntry("out_order_no", "1");
        assertThat(sent).hasSize(2);
        assertThat(sent.get(0).uri()).hasToString("https://api.mch.weixin.qq.com/v3/certificates?algorithm_type=SM2");
        for (TransportRequest request : sent) {
            String authorization = request.headers().get("Authorization");
            assertThat(authorization).startsWith("WECHATPAY2-SM2-WITH-SM3 mchid=\"1900000001\"");
            assertThat(isSigned(request, authorization)).isTrue();
        }
    }

    @Test
    void encryptsSensitiveFieldWithSm2() throws Exception {
        call(config());

        TransportRequest order = sent.get(1);
        assertThat(order.headers()).containsEntry("Wechatpay-Serial", SERIAL);
        String name = field(new String(order.body(), StandardCharsets.UTF_8), "\"name\":\"([^\"]+)\"");
        assertThat(SM.decryptField(PLATFORM.getPrivate(), Base64.getDecoder().decode(name)))
                .isEqualTo("张三".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rejectsEmptySensitiveField() {
        assertThatThrownBy(() -> call(config(), "")).isInstanceOfSatisfying(InvalidRequestException.class, e -> {
            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e.problems()).containsExactly("name: is empty, which SM2 cannot encrypt: do not set it");
        });
        assertThat(sent).as("the download of the certificates alone").hasSize(1);
    }

    @Test
    void decryptsSensitiveFieldOfResponse() throws Exception {
        byte[] encrypted = SM.encryptField(MERCHANT.getPublic(), "李四".getBytes(StandardCharsets.UTF_8));

        assertThat(FieldCrypto.decrypt(
                        Pem.privateKey("merchantPrivateKeyPem", TestKeys.pem(MERCHANT.getPrivate())),
                        Base64.getEncoder().encodeToString(encrypted)))
                .isEqualTo("李四");
    }

    @Test
    void rejectsResponseOfAnotherSuite() {
        signatureType = "WECHATPAY2-SHA256-RSA2048";

        assertThatThrownBy(() -> call(config())).isInstanceOf(WxPayException.class);
    }

    @Test
    void notificationIsVerifiedAndDecrypted() throws Exception {
        byte[] plain = "{\"out_trade_no\":\"7\"}".getBytes(StandardCharsets.UTF_8);
        String body = "{\"id\":\"EV-1\",\"event_type\":\"TRANSACTION.SUCCESS\",\"resource\":{\"algorithm\":"
                + "\"AEAD_SM4_GCM\",\"nonce\":\"fdasflkja484\",\"associated_data\":\"transaction\",\"ciphertext\":\""
                + encrypt("transaction", plain) + "\"}}";
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers(body).forEach((name, values) -> headers.put(name, values.get(0)));

        try (WxPayClient client = WxPayClient.create(config().build())) {
            Notification n = client.context()
                    .notifications(NotificationTypes.of())
                    .parse(headers::get, body.getBytes(StandardCharsets.UTF_8));

            assertThat(n.plaintext()).isEqualTo("{\"out_trade_no\":\"7\"}");
        }
    }

    @Test
    void rejectsKeysOfBothSuites() {
        WxPayConfig.Builder mixed = config().wechatPayPublicKeyPem(
                        "PUB_KEY_ID_1", TestKeys.pem(TestKeys.rsa().getPublic()));

        assertThatThrownBy(mixed::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the gateway's key PUB_KEY_ID_1 is for WECHATPAY2-SHA256-RSA2048, but the merchant's key is for"
                                + " WECHATPAY2-SM2-WITH-SM3: use keys of the same suite");
    }

    @Test
    void rejectsCertificateOfAnotherKey() throws Exception {
        byte[] other = TestKeys.pem(
                "CERTIFICATE",
                SmKeys.certificate(SmKeys.sm2(), "0B", CLOCK.instant()).getEncoded());
        byte[] mine = TestKeys.pem(
                "CERTIFICATE",
                SmKeys.certificate(MERCHANT, "0B", CLOCK.instant()).getEncoded());
        WxPayConfig.Builder base = WxPayConfig.builder().merchantPrivateKeyPem(TestKeys.pem(MERCHANT.getPrivate()));

        assertThatThrownBy(() -> base.merchantCertificatePem(other).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("does not belong to merchantPrivateKeyPem");
        assertThat(base.merchantCertificatePem(mine).build()).isNotNull();
    }

    private WxPayConfig.Builder config() {
        return WxPayConfig.builder()
                .mchid("1900000001")
                .merchantPrivateKeyPem(TestKeys.pem(MERCHANT.getPrivate()))
                .merchantSerial("0D")
                .v3Key(V3_KEY)
                .downloadPlatformCertificates()
                .clock(CLOCK)
                .transport(Gateway::new);
    }

    private Map<String, String> call(WxPayConfig.Builder config) {
        return call(config, "张三");
    }

    private Map<String, String> call(WxPayConfig.Builder config, String name) {
        try (WxPayClient client = WxPayClient.create(config.build())) {
            return client.context().call(ORDER, new Sent(out -> {
                out.string("out_order_no", "1");
                out.encrypted().string("name", name);
            }));
        }
    }

    private final class Gateway implements Transport {
        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            sent.add(request);
            try {
                String body = request.uri().getPath().equals("/v3/certificates") ? certificates() : answer;
                return CompletableFuture.completedFuture(
                        new TransportResponse(200, headers(body), body.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static String certificates() throws GeneralSecurityException {
        byte[] pem = TestKeys.pem("CERTIFICATE", CERTIFICATE.getEncoded());
        return "{\"data\":[{\"serial_no\":\"" + SERIAL + "\",\"encrypt_certificate\":{\"algorithm\":\"AEAD_SM4_GCM\","
                + "\"nonce\":\"fdasflkja484\",\"associated_data\":\"certificate\",\"ciphertext\":\""
                + encrypt("certificate", pem) + "\"}}]}";
    }

    private static String encrypt(String associatedData, byte[] plain) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(
                        SM.encrypt(V3_KEY.getBytes(StandardCharsets.US_ASCII), "fdasflkja484", associatedData, plain));
    }

    private Map<String, List<String>> headers(String body) throws GeneralSecurityException {
        long now = CLOCK.instant().getEpochSecond();
        byte[] text = (now + "\nn\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Wechatpay-Timestamp", List.of(Long.toString(now)));
        headers.put("Wechatpay-Nonce", List.of("n"));
        headers.put("Wechatpay-Serial", List.of(SERIAL));
        headers.put("Wechatpay-Signature-Type", List.of(signatureType));
        headers.put(
                "Wechatpay-Signature",
                List.of(Base64.getEncoder().encodeToString(SM.sign(PLATFORM.getPrivate(), text, null))));
        return headers;
    }

    private static boolean isSigned(TransportRequest request, String authorization) {
        String query = request.uri().getRawQuery();
        String text = request.method() + "\n" + request.uri().getRawPath() + (query == null ? "" : "?" + query) + "\n"
                + field(authorization, "timestamp=\"([^\"]+)\"") + "\n"
                + field(authorization, "nonce_str=\"([^\"]+)\"") + "\n"
                + new String(request.body(), StandardCharsets.UTF_8) + "\n";
        return SM.verify(
                MERCHANT.getPublic(),
                text.getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(field(authorization, "signature=\"([^\"]+)\"")));
    }

    private static String field(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }
}
