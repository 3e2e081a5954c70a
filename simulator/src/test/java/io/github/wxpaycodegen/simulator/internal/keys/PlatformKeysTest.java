package io.github.wxpaycodegen.simulator.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.ResponseKey;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Behavior;
import io.github.wxpaycodegen.simulator.V3Client;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The keys of the platform and the merchant: signing, encryption, download. */
class PlatformKeysTest {
    private static final String V3_KEY = "0123456789abcdef0123456789ABCDEF";

    /** None is the serial number as it is issued: upper case, with the zero that it begins with. */
    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            serial -> serial.toLowerCase(Locale.ROOT), serial -> serial.substring(1), serial -> serial.substring(1)
                    .toLowerCase(Locale.ROOT));

    private final Simulator simulator = Simulators.playBuilder().v3Key(V3_KEY).start();
    private final V3Client client = new V3Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void keepsLeadingZeroOfSerials() throws Exception {
        assertThat(simulator.merchantSerial()).matches("0[0-9A-F]{39}");
        assertThat(simulator.platformSerial()).matches("0[0-9A-F]{39}");
        assertThat(HexFormat.of()
                        .withUpperCase()
                        .formatHex(certificate(simulator.platformCertificatePem())
                                .getSerialNumber()
                                .toByteArray()))
                .isEqualTo(simulator.platformSerial());
        assertThat(simulator.publicKeyId()).matches("PUB_KEY_ID_[0-9]{34}");
    }

    @Test
    void acceptsSerialsInCommonSpellings() throws Exception {
        String key = simulator.platformSerial();
        String caller = simulator.merchantSerial();
        PlatformKeys keys = Simulators.identity(simulator).platformKeys();

        for (UnaryOperator<String> spelling : SPELLINGS) {
            assertThat(keys.find(spelling.apply(key)).orElseThrow().serial()).isEqualTo(key);
            assertThat(statusAs(client, spelling.apply(caller))).isEqualTo(200);
        }
        assertThat(statusAs(client, caller.substring(0, 39))).isEqualTo(401);
        assertThat(statusAs(client, "0" + caller.substring(1, 39))).isEqualTo(401);
    }

    @Test
    void acceptsOnlyExactSerialsIfConfigured() throws Exception {
        try (Simulator strict = Simulators.playBuilder().exactSerials().start()) {
            V3Client caller = new V3Client(strict);

            assertThat(statusAs(caller, strict.merchantSerial())).isEqualTo(200);
            for (UnaryOperator<String> spelling : SPELLINGS) {
                assertThat(statusAs(caller, spelling.apply(strict.merchantSerial())))
                        .isEqualTo(401);
                assertThat(Simulators.identity(strict).platformKeys().find(spelling.apply(strict.platformSerial())))
                        .isEmpty();
            }
        }
    }

    private static int statusAs(V3Client caller, String serial) throws Exception {
        return caller.get("/v3/play/slash/")
                .authorization("serial_no", serial)
                .send()
                .statusCode();
    }

    @Test
    void signsWithKeyThatRequestNames() throws Exception {
        assertThat(serial(null)).isEqualTo(simulator.platformSerial());
        assertThat(serial(simulator.publicKeyId())).isEqualTo(simulator.publicKeyId());
        assertThat(serial(simulator.platformSerial())).isEqualTo(simulator.platformSerial());
        assertThat(serial("0123")).isEqualTo(simulator.platformSerial());
    }

    @Test
    void alternatesKeysDuringMigration() throws Exception {
        simulator.signWith(ResponseKey.ALTERNATING);

        String certificate = simulator.platformSerial();
        String publicKey = simulator.publicKeyId();
        assertThat(List.of(serial(certificate), serial(certificate), serial(publicKey), serial(publicKey)))
                .containsExactly(certificate, publicKey, certificate, publicKey);
    }

    @Test
    void signsWithChosenKey() throws Exception {
        simulator.signWith(ResponseKey.PUBLIC_KEY);
        assertThat(serial(simulator.platformSerial())).isEqualTo(simulator.publicKeyId());

        simulator.signWith(ResponseKey.CERTIFICATE);
        assertThat(serial(simulator.publicKeyId())).isEqualTo(simulator.platformSerial());
    }

    @Test
    void encryptsCertificatesWithApiV3Key() throws Exception {
        HttpResponse<byte[]> answer = client.get("/v3/certificates").send();

        assertThat(client.isRightlySigned(answer)).isTrue();
        JsonNode data = V3Client.json(answer).get("data");
        assertThat(data).hasSize(1);
        JsonNode entry = data.get(0);
        X509Certificate certificate = certificate(simulator.platformCertificatePem());
        assertThat(entry.get("serial_no").asString()).isEqualTo(simulator.platformSerial());
        assertThat(OffsetDateTime.parse(entry.get("effective_time").asString()).toInstant())
                .isEqualTo(certificate.getNotBefore().toInstant());
        assertThat(OffsetDateTime.parse(entry.get("expire_time").asString()).toInstant())
                .isEqualTo(certificate.getNotAfter().toInstant());
        assertThat(entry.at("/encrypt_certificate/algorithm").asString()).isEqualTo("AEAD_AES_256_GCM");
        assertThat(entry.at("/encrypt_certificate/associated_data").asString()).isEqualTo("certificate");
        assertThat(decrypt(entry.get("encrypt_certificate"))).isEqualTo(simulator.platformCertificatePem());
    }

    @Test
    void servesRequestedTypeOfCertificates() throws Exception {
        assertThat(client.get("/v3/certificates?algorithm_type=ALL").read().get("data"))
                .hasSize(1);
        assertThat(client.get("/v3/certificates?algorithm_type=RSA").read().get("data"))
                .hasSize(1);
        assertThat(client.get("/v3/certificates?algorithm_type=SM2").read().get("data"))
                .isEmpty();
        assertThat(client.get("/v3/certificates?algorithm_type=DSA")
                        .read()
                        .get("code")
                        .asString())
                .isEqualTo("PARAM_ERROR");
    }

    @Test
    void rotationAddsCertificateThatSigns() throws Exception {
        String first = simulator.platformSerial();
        simulator.rotatePlatformCertificate();

        assertThat(simulator.platformSerial()).isNotEqualTo(first);
        assertThat(serial(null)).isEqualTo(simulator.platformSerial());
        List<String> serials = new ArrayList<>();
        client.get("/v3/certificates")
                .read()
                .get("data")
                .forEach(entry -> serials.add(entry.get("serial_no").asString()));
        assertThat(serials).containsExactly(simulator.platformSerial(), first);
    }

    @Test
    void servesCertificatesWithoutSpec() throws Exception {
        try (Simulator bundled = Simulators.bundled()) {
            assertThat(new V3Client(bundled).get("/v3/certificates").send().statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void supportsMerchantWithPublicKeyOnly() throws Exception {
        try (Simulator newcomer = Simulators.playBuilder().publicKeyOnly().start()) {
            HttpResponse<byte[]> answer =
                    new V3Client(newcomer).get("/v3/certificates").send();

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(V3Client.json(answer).get("code").asString()).isEqualTo("RESOURCE_NOT_EXISTS");
            assertThat(V3Client.header(answer, "Wechatpay-Serial")).isEqualTo(newcomer.publicKeyId());
            assertThatIllegalStateException().isThrownBy(newcomer::platformSerial);
            assertThatIllegalStateException().isThrownBy(() -> newcomer.signWith(ResponseKey.ALTERNATING));
        }
    }

    @Test
    void failsCertificatesOnceOnDemand() throws Exception {
        simulator.next("/v3/certificates", V3Behavior.error(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书"));

        assertThat(client.get("/v3/certificates").send().statusCode()).isEqualTo(404);
        assertThat(client.get("/v3/certificates").send().statusCode()).isEqualTo(200);
    }

    @Test
    void decryptsFieldsWithKeyThatRequestNames() throws Exception {
        PublicKey publicKey = V3Client.publicKey(simulator.publicKeyPem());
        PublicKey certified = V3Client.certificateKey(simulator.platformCertificatePem());

        for (Map.Entry<String, PublicKey> key : Map.of(
                        simulator.publicKeyId(), publicKey, simulator.platformSerial(), certified)
                .entrySet()) {
            String body = "{\"name\":\"" + client.encrypt(key.getValue(), "张三") + "\",\"contact\":[{\"phone\":\""
                    + client.encrypt(key.getValue(), "13900000000") + "\"}]}";
            HttpResponse<byte[]> answer = client.post("/v3/play/secret", body)
                    .header("Wechatpay-Serial", key.getKey())
                    .send();

            assertThat(answer.statusCode())
                    .as(new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            RecordedCall call = simulator.calls().get(simulator.calls().size() - 1);
            assertThat(call.fields()).isEqualTo(Map.of("name", "张三", "contact[0].phone", "13900000000"));
        }
    }

    @Test
    void encryptsResponseFieldsForMerchant() throws Exception {
        PublicKey publicKey = V3Client.publicKey(simulator.publicKeyPem());

        HttpResponse<byte[]> answer = client.post(
                        "/v3/play/secret", "{\"name\":\"" + client.encrypt(publicKey, "张三") + "\"}")
                .header("Wechatpay-Serial", simulator.publicKeyId())
                .send();

        assertThat(client.isRightlySigned(answer)).isTrue();
        JsonNode document = V3Client.json(answer);
        assertThat(client.decrypt(document.get("name").asString())).isEqualTo("张三");
        assertThat(client.decrypt(document.at("/contact/1/phone").asString())).isEqualTo("sample-phone");
        assertThat(document.at("/contact/1/title").asString()).isEqualTo("sample-title");
        assertThat(client.decrypt(document.at("/bank/account").asString())).isEqualTo("sample-account");
        assertThat(simulator.calls().get(0).responseFields())
                .containsEntry("name", "张三")
                .containsEntry("contact[1].phone", "sample-phone");
    }

    @Test
    void decryptsFieldsOfQuery() throws Exception {
        String encrypted = client.encrypt(V3Client.publicKey(simulator.publicKeyPem()), "4403");

        client.get("/v3/play/orders?mchid=10000100&begin=1&id_card="
                        + encrypted.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"))
                .header("Wechatpay-Serial", simulator.publicKeyId())
                .send();

        assertThat(simulator.calls().get(0).refusal()).isEmpty();
        assertThat(simulator.calls().get(0).queryFields()).containsEntry("id_card", "4403");
    }

    @Test
    void rejectsFieldsThatCannotBeDecrypted() throws Exception {
        PublicKey publicKey = V3Client.publicKey(simulator.publicKeyPem());
        String encrypted = "{\"name\":\"" + client.encrypt(publicKey, "张三") + "\"}";

        assertThat(issue(encrypted, null)).isEqualTo("is encrypted, and the header Wechatpay-Serial is missing");
        assertThat(issue(encrypted, "0FFF"))
                .isEqualTo("is encrypted, and the header Wechatpay-Serial names no key of the platform");
        assertThat(issue(encrypted, simulator.platformSerial()))
                .isEqualTo("cannot be decrypted with the key that Wechatpay-Serial names");
        assertThat(issue("{\"name\":\"张三\"}", simulator.publicKeyId()))
                .isEqualTo("cannot be decrypted with the key that Wechatpay-Serial names");
        assertThat(issue("{\"name\":\"" + client.encrypt(publicKey, "x".repeat(11)) + "\"}", simulator.publicKeyId()))
                .isEqualTo("must be at most 10 characters (was 11)");
    }

    @Test
    void twinSharesMerchantAndKeys() throws Exception {
        try (Simulator twin = Simulator.builder()
                .specs(Simulators.resource("/specs"))
                .twinOf(simulator)
                .start()) {
            V3Client.Request once = client.get("/v3/play/slash/");

            assertThat(once.sendTo(twin.baseUri()).statusCode()).isEqualTo(200);
            assertThat(once.sendTo(simulator.baseUri()).statusCode()).isEqualTo(200);
            assertThat(once.sendTo(twin.baseUri()).statusCode()).isEqualTo(401);
            assertThat(twin.platformSerial()).isEqualTo(simulator.platformSerial());
            assertThat(twin.calls()).hasSize(2);
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    @Test
    void requiresApiV3KeyOf32Bytes() {
        assertThat(simulator.v3Key()).isEqualTo(V3_KEY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().v3Key("0123456789abcdef"));
    }

    private String issue(String body, String serial) throws Exception {
        V3Client.Request request = client.post("/v3/play/secret", body);
        if (serial != null) {
            request.header("Wechatpay-Serial", serial);
        }
        HttpResponse<byte[]> answer = request.send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(answer).get("code").asString()).isEqualTo("PARAM_ERROR");
        return V3Client.json(answer).at("/detail/issue").asString();
    }

    /** The serial of the key that signs the answer to a request which names one. */
    private String serial(String asked) throws Exception {
        V3Client.Request request = client.get("/v3/play/slash/");
        if (asked != null) {
            request.header("Wechatpay-Serial", asked);
        }
        HttpResponse<byte[]> answer = request.send();
        assertThat(client.isRightlySigned(answer)).isTrue();
        return V3Client.header(answer, "Wechatpay-Serial");
    }

    private static String decrypt(JsonNode encrypted) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(V3_KEY.getBytes(StandardCharsets.US_ASCII), "AES"),
                new GCMParameterSpec(128, encrypted.get("nonce").asString().getBytes(StandardCharsets.US_ASCII)));
        cipher.updateAAD(encrypted.get("associated_data").asString().getBytes(StandardCharsets.US_ASCII));
        byte[] ciphertext =
                Base64.getDecoder().decode(encrypted.get("ciphertext").asString());
        return new String(cipher.doFinal(ciphertext), StandardCharsets.US_ASCII);
    }

    private static X509Certificate certificate(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
