package io.github.wxpaycodegen.simulator.internal.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Requests that name another merchant than the one who signs them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallerFieldsTest {
    private static final String MISMATCH = "http header中的mchid与post payload中的mchid不匹配";

    private final Simulator simulator = Simulators.play();
    private final V3Client v3 = new V3Client(simulator);
    private final Client v2 = Client.withoutCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void acceptsItsOwnMerchantAndSubMerchantsOfOthers() throws Exception {
        JsonNode answer = v3.post("/v3/play/merchants?sp_mchid=10000100", """
                {"combine_mchid":"10000100","sub_mchid":"1900000109",\
                "orders":[{"mchid":"10000100","sub_mchid":"1900000110"}]}""").read();

        assertThat(answer.get("combine_mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(answer.get("sub_mchid").asString()).isEqualTo("1900000109");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?sp_mchid=19 | {\"combine_mchid\":\"10000100\"} | sp_mchid | query",
                "'' | {\"combine_mchid\":\"19\"} | /combine_mchid | body",
                "'' | {\"orders\":[{\"mchid\":\"10000100\"},{\"mchid\":\"19\"}]} | /orders/1/mchid | body",
            })
    void rejectsAnotherMerchantInAnyPart(String query, String json, String field, String location) throws Exception {
        assertMismatch(v3.post("/v3/play/merchants" + query, json).send(), field, location);
    }

    @Test
    void rejectsAnotherMerchantInThePath() throws Exception {
        assertThat(v3.get("/v3/play/merchants/10000100").send().statusCode()).isEqualTo(200);
        assertMismatch(v3.get("/v3/play/merchants/19").send(), "mchid", "path");
    }

    @Test
    void namesTheMerchantInResponsesThatHaveItsField() throws Exception {
        JsonNode answer =
                v3.post("/v3/play/merchants", "{\"sub_mchid\":\"19\"}").read();

        assertThat(answer.get("combine_mchid").asString()).isEqualTo(Client.MCHID);
    }

    @Test
    void rejectsAnotherMerchantOfV2BeforeItsSignature() throws Exception {
        Map<String, String> fields = Client.fields("mch_id", "10000101", "nonce_str", "n");

        assertThat(Client.read(v2.post("/play/unsigned", fields)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("return_code", "FAIL", "return_msg", "商户号mch_id或sub_mch_id不存在"));
    }

    private static void assertMismatch(HttpResponse<byte[]> response, String field, String location) {
        JsonNode error = V3Client.json(response);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error.get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(error.get("message").asString()).isEqualTo(MISMATCH);
        assertThat(error.get("detail").get("field").asString()).isEqualTo(field);
        assertThat(error.get("detail").get("value").asString()).isEqualTo("19");
        assertThat(error.get("detail").get("location").asString()).isEqualTo(location);
    }
}
