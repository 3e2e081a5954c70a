package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class V3VectorsTest {
    private static final KeyPair KEYS = TestKeys.rsa();

    static Stream<JsonNode> gcm() {
        return Vectors.read("aes.json").get("gcm").valueStream();
    }

    static Stream<JsonNode> badGcm() {
        return Vectors.read("aes.json").get("gcm_negative").valueStream();
    }

    static Stream<JsonNode> requests() {
        return messages("request");
    }

    static Stream<JsonNode> responses() {
        return messages("response");
    }

    @ParameterizedTest
    @MethodSource("gcm")
    void decryptsKnownTexts(JsonNode vector) throws VerificationException {
        assertThat(decrypt(vector)).isEqualTo(vector.get("plaintext").asString().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("badGcm")
    void rejectsInauthenticTexts(JsonNode vector) {
        assertThatThrownBy(() -> decrypt(vector))
                .isInstanceOf(VerificationException.class)
                .hasMessageContaining("it cannot be decrypted");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void authorizationSignsKnownText(JsonNode vector) throws Exception {
        JsonNode args = vector.get("args");
        String authorization = new V3Signer(KEYS.getPrivate(), "0A1B", null)
                .authorization(
                        Identity.merchant("1900000001"),
                        args.get("method").asString(),
                        args.get("uri").asString(),
                        args.get("timestamp").asLong(),
                        args.get("nonce").asString(),
                        body(args));
        assertThat(authorization).startsWith("WECHATPAY2-SHA256-RSA2048 ");
        assertThat(field(authorization, "mchid")).isEqualTo("1900000001");
        assertThat(field(authorization, "serial_no")).isEqualTo("0A1B");
        assertThat(field(authorization, "timestamp"))
                .isEqualTo(args.get("timestamp").asString());
        assertThat(field(authorization, "nonce_str"))
                .isEqualTo(args.get("nonce").asString());
        assertThat(isSignatureOf(
                        field(authorization, "signature"),
                        vector.get("expected").asString()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("responses")
    void verifiesKnownResponse(JsonNode vector) throws VerificationException {
        JsonNode args = vector.get("args");
        String expected = vector.get("expected").asString();
        Map<String, String> headers = Map.of(
                "Wechatpay-Timestamp", args.get("timestamp").asString(),
                "Wechatpay-Nonce", args.get("nonce").asString(),
                "Wechatpay-Serial", "1",
                "Wechatpay-Signature", TestKeys.sign(KEYS.getPrivate(), expected.getBytes(StandardCharsets.UTF_8)));
        SignedMessage message = SignedMessage.of(CipherSuite.RSA, headers::get);
        message.requireSignedBy(KEYS.getPublic(), body(args));
        assertThatThrownBy(() -> message.requireSignedBy(KEYS.getPublic(), "x".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(VerificationException.class);
    }

    @Test
    void brandSignsWithItsOwnScheme() {
        String authorization = new V3Signer(KEYS.getPrivate(), "1", null)
                .authorization(Identity.brand("120344"), "GET", "/brand/a", 1, "n", new byte[0]);
        assertThat(authorization).startsWith("WECHATPAY-BRAND-SHA256-RSA2048 brand_id=\"120344\",");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void frontEndParametersSignKnownLines(JsonNode vector) throws Exception {
        String expected = vector.get("expected").asString();
        assertThat(isSignatureOf(new V3Signer(KEYS.getPrivate(), "1", null).sign(expected), expected))
                .isTrue();
    }

    static Stream<JsonNode> lines() {
        return messages("lines");
    }

    private static Stream<JsonNode> messages(String kind) {
        return Vectors.read("v3-message.json").get("messages").valueStream().filter(vector -> vector.get("kind")
                .asString()
                .equals(kind));
    }

    private static byte[] body(JsonNode args) {
        return args.has("body") ? args.get("body").asString().getBytes(StandardCharsets.UTF_8) : new byte[0];
    }

    private static byte[] decrypt(JsonNode vector) throws VerificationException {
        return AesGcm.decrypt(
                vector.get("key").asString().getBytes(StandardCharsets.UTF_8),
                vector.get("nonce").asString(),
                vector.get("associated_data").asString(),
                vector.get("ciphertext_base64").asString());
    }

    private static String field(String authorization, String name) {
        Matcher matcher = Pattern.compile("[ ,]" + name + "=\"([^\"]*)\"").matcher(authorization);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    private static boolean isSignatureOf(String signature, String text) throws Exception {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KEYS.getPublic());
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }
}
