package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Simulators;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class V2SignatureTest {
    static List<JsonNode> vectors() {
        List<JsonNode> vectors = new ArrayList<>();
        JsonMapper.shared()
                .readTree(Simulators.resource("/vectors/v2-sign.json"))
                .get("vectors")
                .forEach(vectors::add);
        return vectors;
    }

    @Test
    void hasManyVectors() {
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void agreesWithKnownSignatures(JsonNode vector) {
        Map<String, String> fields = new LinkedHashMap<>();
        vector.get("params").properties().stream()
                .filter(field -> !field.getValue().isNull())
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        V2Algorithm algorithm =
                V2Algorithm.named(vector.get("sign_type").asString()).orElseThrow();
        String key = vector.get("key").asString();
        String expected = vector.get("expected").asString();

        assertThat(V2Signature.of(fields, algorithm, key)).isEqualTo(expected);
        assertThat(V2Signature.isRight(fields, algorithm, key, expected)).isTrue();
        assertThat(V2Signature.isRight(fields, algorithm, key, expected.toLowerCase(Locale.ROOT)))
                .isFalse();
        assertThat(V2Signature.isRight(fields, algorithm.other(), key, expected))
                .isFalse();
    }

    @Test
    void sortsNamesByTheirBytes() {
        // In UTF-16 the order is the other way round.
        Map<String, String> fields = Map.of("\uFF21", "1", "\uD83D\uDE00", "2");

        assertThat(V2Signature.of(fields, V2Algorithm.MD5, "k")).isEqualTo(md5("\uFF21=1&\uD83D\uDE00=2&key=k"));
    }

    @Test
    void signsNamedFieldsForWeCom() {
        Map<String, String> fields = Map.of("mch_id", "1", "amount", "2", "desc", "", "other", "3");

        assertThat(V2Signature.ofWorkwx(fields, List.of("mch_id", "amount", "desc", "absent"), "s"))
                .isEqualTo(md5("amount=2&mch_id=1&secret=s"));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
