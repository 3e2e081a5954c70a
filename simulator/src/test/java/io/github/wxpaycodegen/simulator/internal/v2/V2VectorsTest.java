package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the simulator with published test vectors, which finds errors that it shares with the runtime.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2VectorsTest {
    private static final String PATH = "/play/vector";
    private static final String KEY_OF_VECTORS = "192006250b4c09247ec02edce69f6a2d";

    private final Simulator simulator = Simulators.play();
    private final Client client = Client.withoutCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    /** A vector, made a request of the one merchant of this test. */
    record Vector(String id, Map<String, String> fields, String signature) {
        String xml(String sign) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("sign", sign);
            return Client.xml(all);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    static List<Vector> vectors() {
        List<Vector> vectors = new ArrayList<>();
        for (JsonNode node : json("/vectors/v2-sign.json").get("vectors")) {
            Map<String, String> fields = new LinkedHashMap<>();
            node.get("params").properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            boolean ofTheMerchant = Client.MCHID.equals(fields.get("mch_id"));
            boolean namesItsAlgorithm =
                    node.get("sign_type").asString().equals(fields.getOrDefault("sign_type", "MD5"));
            if (ofTheMerchant && namesItsAlgorithm && node.get("key").asString().equals(KEY_OF_VECTORS)) {
                vectors.add(new Vector(
                        node.get("id").asString(), fields, node.get("expected").asString()));
            }
        }
        return vectors;
    }

    @Test
    void hasManyVectorsOfTheMerchant() {
        assertThat(vectors()).extracting(Vector::id).contains("official-md5", "derived-sign-type-participates");
        assertThat(vectors()).hasSizeGreaterThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void acceptsKnownSignature(Vector vector) throws Exception {
        Map<String, String> answer = Client.read(client.post(PATH, vector.xml(vector.signature())));

        assertThat(answer).containsEntry("return_code", "SUCCESS").containsEntry("result_code", "SUCCESS");
        assertThat(answer.get("sign"))
                .isEqualTo(Client.sign(answer, vector.fields().getOrDefault("sign_type", "MD5"), KEY_OF_VECTORS));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void rejectsOtherSignatures(Vector vector) throws Exception {
        String right = vector.signature();
        String first = right.startsWith("0") ? "1" : "0";
        List<String> wrong = List.of(first + right.substring(1), right.toLowerCase(Locale.ROOT), "", right + "0");
        for (String sign : wrong) {
            assertThat(Client.read(client.post(PATH, vector.xml(sign))))
                    .containsExactlyInAnyOrderEntriesOf(Map.of("return_code", "FAIL", "return_msg", "签名错误"));
        }
    }

    @Test
    void acceptsDocumentedXml() throws Exception {
        JsonNode document = json("/vectors/v2-sign.json").get("signed_xml").get(0);

        Map<String, String> answer =
                Client.read(client.post(PATH, document.get("xml").asString()));

        assertThat(answer).containsEntry("return_code", "SUCCESS");
    }

    static List<JsonNode> hostileDocuments() {
        List<JsonNode> documents = new ArrayList<>();
        json("/vectors/hostile-xml.json").get("cases").forEach(documents::add);
        documents.removeIf(document -> document.get("id").asString().matches("utf16-bom|lowercase-sign"));
        return documents;
    }

    @ParameterizedTest
    @MethodSource("hostileDocuments")
    void rejectsHostileDocumentUnsigned(JsonNode document) throws Exception {
        HttpResponse<String> response = client.post(PATH, document.get("input").asString());

        assertThat(Client.read(response)).containsEntry("return_code", "FAIL").doesNotContainKey("sign");
    }

    private static JsonNode json(String resource) {
        return JsonMapper.shared().readTree(Simulators.resource(resource));
    }
}
