package io.github.wxpaycodegen.simulator.internal.values;

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

/** Limits and formats of requests, v2 and v3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitRulesTest {
    private static final String PATH = "/play/limits";

    private final Simulator simulator = Simulators.play();
    private final Client v2 = Client.withoutCertificate(simulator);
    private final V3Client v3 = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "\"short\":\"茶茶茶\" | none | none | none",
                "\"short\":\"茶茶茶茶\" | /short | 茶茶茶茶 | must be at most 3 characters (was 4)",
                "\"long\":\"ab\" | /long | ab | must be at least 3 characters (was 2)",
                "\"long\":\"\" | /long | none | must be at least 3 characters (was 0)",
                "\"long\":\"abc\" | none | none | none",
                "\"number\":\"A1\" | none | none | none",
                "\"number\":\"A1b\" | /number | A1b | 'must match [0-9A-Z]{2,4}'",
                "\"number\":\"A1A1A\" | /number | A1A1A | 'must match [0-9A-Z]{2,4}'",
                "\"count\":1 | none | none | none",
                "\"count\":0 | /count | 0 | must be at least 1",
                "\"count\":10 | /count | 10 | must be at most 9",
                "\"rate\":0.5 | none | none | none",
                "\"rate\":1.0 | none | none | none",
                "\"rate\":0.49 | /rate | 0.49 | must be at least 0.5",
                "\"rate\":1.01 | /rate | 1.01 | must be at most 1",
                "\"day\":\"2024-02-29\" | none | none | none",
                "\"day\":\"2026-02-29\" | /day | 2026-02-29 | must be a date of the form yyyy-MM-dd",
                "\"day\":\"20260101\" | /day | 20260101 | must be a date of the form yyyy-MM-dd",
                "\"compact_day\":\"20260101\" | none | none | none",
                "\"compact_day\":\"2026-01-01\" | /compact_day | 2026-01-01 | must be a date of the form yyyyMMdd",
                "\"month\":\"2026-12\" | none | none | none",
                "\"month\":\"2026-13\" | /month | 2026-13 | must be a month of the form yyyy-MM",
                "\"compact_month\":\"202612\" | none | none | none",
                "\"compact_month\":\"20261\" | /compact_month | 20261 | must be a month of the form yyyyMM",
                "\"year\":\"2026\" | none | none | none",
                "\"year\":\"26\" | /year | 26 | must be a year of the form yyyy",
                "\"time\":\"23:59:59\" | none | none | none",
                "\"time\":\"24:00:00\" | /time | 24:00:00 | must be a time of the form HH:mm:ss",
                "\"compact_time\":\"235959\" | none | none | none",
                "\"compact_time\":\"2359\" | /compact_time | 2359 | must be a time of the form HHmmss",
                "\"compact_date_time\":\"20260101080000\" | none | none | none",
                "\"compact_date_time\":\"20260101\" | /compact_date_time | 20260101"
                        + " | must be a Beijing time of the form yyyyMMddHHmmss",
                "\"local_date_time\":\"2026-01-01 08:00:00\" | none | none | none",
                "\"local_date_time\":\"2026-01-01T08:00:00\" | /local_date_time | 2026-01-01T08:00:00"
                        + " | must be a Beijing time of the form yyyy-MM-dd HH:mm:ss",
                "\"seconds\":1767225600 | none | none | none",
                "\"seconds\":1767225600000 | /seconds | 1767225600000 | must be a Unix time in seconds (10 digits)",
                "\"milliseconds\":\"1767225600000\" | none | none | none",
                "\"milliseconds\":\"1767225600\" | /milliseconds | 1767225600"
                        + " | must be a Unix time in milliseconds (13 digits)",
                "\"link\":\"anything\" | none | none | none",
                "\"begins\":\"2026-01-01T08:00:00.123+08:00\" | none | none | none",
                "\"begins\":\"2026-01-01T08:00+08:00\" | /begins | 2026-01-01T08:00+08:00"
                        + " | is not a date-time of RFC 3339",
                "\"list\":[\"aa\",\"bb\"] | none | none | none",
                "\"list\":[\"aa\",\"bbb\"] | /list/1 | bbb | must be at most 2 characters (was 3)",
                "\"list\":[\"a\",\"b\",\"c\"] | /list | none | must have at most 2 elements (had 3)",
                "\"goods\":[{\"price\":1}] | none | none | none",
                "\"goods\":[{\"price\":0}] | /goods/0/price | 0 | must be at least 1",
                "\"goods\":[{\"price\":1},{\"price\":1}] | /goods | none | must have at most 1 elements (had 2)",
                "\"document\":\"[{\\\"name\\\":\\\"ab\\\"}]\" | none | none | none",
            })
    void checksV3BodiesAgainstTheirSpec(String member, String field, String value, String issue) throws Exception {
        assertRefused(v3.post("/v3" + PATH, "{" + member + "}").send(), field, value, issue, "body");
    }

    @Test
    void listsDeprecatedValuesLast() throws Exception {
        assertThat(issue(v3.post("/v3" + PATH, "{\"state\":\"NONE\"}").send()))
                .isEqualTo("is not one of NEW, OTHER, OLD");
        assertThat(v3.post("/v3" + PATH, "{\"state\":\"OLD\"}")
                        .read()
                        .get("state")
                        .asString())
                .isEqualTo("OLD");
    }

    @Test
    void checksDocumentsWithinV3Fields() throws Exception {
        String tooLong = "{\"document\":\"[{\\\"name\\\":\\\"abc\\\"}]\"}";
        String tooMany = "{\"document\":\"[{},{}]\"}";

        assertThat(issue(v3.post("/v3" + PATH, tooLong).send()))
                .isEqualTo("contains a document in which document[0].name must be at most 2 characters (was 3)");
        assertThat(issue(v3.post("/v3" + PATH, tooMany).send()))
                .isEqualTo("contains a document in which document must have at most 1 elements (had 2)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "number=A1&day=2026-01-01&kinds=a&kinds=b | none | none | none",
                "number=a | number | a | 'must match [0-9A-Z]{2,4}'",
                "day=2026 | day | 2026 | must be a date of the form yyyy-MM-dd",
                "kinds=a&kinds=bbb | kinds[1] | bbb | must be at most 2 characters (was 3)",
                "kinds=a&kinds=b&kinds=c | kinds | none | must have at most 2 elements (had 3)",
            })
    void checksV3QueriesAgainstTheirSpec(String query, String field, String value, String issue) throws Exception {
        assertRefused(v3.get("/v3" + PATH + "?" + query).send(), field, value, issue, "query");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "short | 茶茶茶 | none",
                "short | 茶茶茶茶 | short must be at most 3 characters (was 4)",
                "long | ab | long must be at least 3 characters (was 2)",
                "number | a | 'number must match [0-9A-Z]{2,4}'",
                "count | 9 | none",
                "count | 10 | count must be at most 9",
                "rate | 0.4 | rate must be at least 0.5",
                "time_start | 20260101080000 | none",
                "time_start | 2026-01-01T08:00:00+08:00"
                        + " | time_start must be a Beijing time of the form yyyyMMddHHmmss",
                "price_0 | 1 | none",
                "price_0 | 0 | price_0 must be at least 1",
                "detail | {\"name\":\"ab\",\"ids\":[\"1\"]} | none",
                "detail | {\"name\":\"abc\"} | detail.name must be at most 2 characters (was 3)",
                "detail | {\"ids\":[\"1\",\"2\"]} | detail.ids must have at most 1 elements (had 2)",
                "risk | name%3Dab | none",
                "risk | name%3Dabc | risk.name must be at most 2 characters (was 3)",
            })
    void checksV2FieldsAgainstTheirSpec(String field, String value, String problem) throws Exception {
        assertV2(problem, field, value);
    }

    @Test
    void checksTheLengthOfV2Groups() throws Exception {
        assertV2(null, "price_0", "1", "price_1", "1");
        assertV2("goods must have at most 2 elements (had 3)", "price_0", "1", "price_1", "1", "price_2", "1");
    }

    private void assertV2(String problem, String... namesAndValues) throws Exception {
        Map<String, String> fields = Client.fields("mch_id", Client.MCHID, "nonce_str", "n");
        fields.putAll(Client.fields(namesAndValues));

        Map<String, String> answer = Client.read(v2.post(PATH, fields));

        if (problem == null) {
            assertThat(answer).containsEntry("result_code", "SUCCESS");
        } else {
            assertThat(answer)
                    .containsEntry("return_code", "SUCCESS")
                    .containsEntry("result_code", "FAIL")
                    .containsEntry("err_code", "PARAM_ERROR")
                    .containsEntry("err_code_des", problem);
        }
    }

    private static void assertRefused(
            HttpResponse<byte[]> response, String field, String value, String issue, String location) {
        if (field == null) {
            assertThat(response.statusCode()).isEqualTo(200);
            return;
        }
        JsonNode error = V3Client.json(response);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error.get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(error.get("detail").get("field").asString()).isEqualTo(field);
        assertThat(issue(response)).isEqualTo(issue);
        assertThat(error.get("detail").path("value").asString("none")).isEqualTo(value == null ? "none" : value);
        assertThat(error.get("detail").get("location").asString()).isEqualTo(location);
    }

    private static String issue(HttpResponse<byte[]> response) {
        return V3Client.json(response).get("detail").get("issue").asString();
    }
}
