package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.internal.keys.AesGcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares signed text, headers and encryption of v3 with published test vectors. */
class V3SignedTextTest {
    static List<JsonNode> messages() {
        return nodes("/vectors/v3-message.json", "messages", "kind", "request|response");
    }

    @Test
    void hasManyMessages() {
        assertThat(messages()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(ciphertexts()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void agreesWithKnownTexts(JsonNode message) throws Exception {
        JsonNode args = message.get("args");
        byte[] body = args.path("body").asString("").getBytes(StandardCharsets.UTF_8);
        String timestamp = args.get("timestamp").asString();
        String nonce = args.get("nonce").asString();

        byte[] text = message.get("kind").asString().equals("request")
                ? V3SignedText.request(
                        args.get("method").asString(), args.get("uri").asString(), timestamp, nonce, body)
                : V3SignedText.response(timestamp, nonce, body);

        assertThat(text)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(message.get("expected").asString());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                .isEqualTo(message.get("expected_sha256").asString());
    }

    @Test
    void readsKnownAuthorization() {
        JsonNode known = nodes("/vectors/v3-message.json", "authorization", "id", "js-authorization")
                .get(0);

        assertThat(V3Authorization.parse(known.get("expected").asString(), "WECHATPAY2-SHA256-RSA2048", "mchid")
                        .orElseThrow()
                        .values())
                .isEqualTo(
                        Map.of("mchid", "1", "nonce_str", "2", "signature", "3", "timestamp", "4", "serial_no", "5"));
    }

    @Test
    void readsAuthorizationOfBrand() {
        JsonNode known = nodes("/vectors/v3-message.json", "authorization", "id", "brand-scheme")
                .get(0);

        assertThat(V3Authorization.parse(
                        known.get("template").asString(), "WECHATPAY-BRAND-SHA256-RSA2048", "brand_id"))
                .isPresent();
    }

    static List<JsonNode> ciphertexts() {
        return nodes("/vectors/aes.json", "gcm", "alg", "AES-(128|256)-GCM");
    }

    @ParameterizedTest
    @MethodSource("ciphertexts")
    void agreesWithKnownCiphertexts(JsonNode vector) {
        assertThat(AesGcm.encrypt(
                        vector.get("key").asString(),
                        vector.get("nonce").asString(),
                        vector.get("associated_data").asString(),
                        vector.get("plaintext").asString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(vector.get("ciphertext_base64").asString());
    }

    private static List<JsonNode> nodes(String resource, String list, String member, String pattern) {
        try {
            List<JsonNode> nodes = new ArrayList<>();
            JsonMapper.shared()
                    .readTree(Files.readString(Simulators.resource(resource)))
                    .get(list)
                    .forEach(nodes::add);
            nodes.removeIf(node -> !node.get(member).asString().matches(pattern));
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
