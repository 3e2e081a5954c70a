package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Responses to requests with a valid signature and invalid fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class V3BodyRulesTest {
    private static final String ORDERS = "/v3/play/orders";

    private final Simulator simulator = Simulators.play();
    private final V3Client client = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    /** A request that {@code v3/play/orders} is content with. */
    public static String right() {
        return "{\"mchid\":\"10000100\",\"out_trade_no\":\"1\",\"amount\":{\"total\":1},\"payer_id\":\"p\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "out_trade_no | \"123456789\" | /out_trade_no | must be at most 8 characters (was 9)",
                "out_trade_no | \"八个汉字也是八个\" | none | none",
                "out_trade_no | \"\" | /out_trade_no | is empty",
                "out_trade_no | 1 | /out_trade_no | is of another type",
                "out_trade_no | null | /out_trade_no | is null",
                "out_trade_no | [\"1\"] | /out_trade_no | is of another type",
                "description | \"emoji \uD83D\uDE00\" | none | none",
                "attach | \"emoji \uD83D\uDE00\" | /attach | contains a character that needs four bytes in UTF-8",
                "attach | \"\" | none | none",
                "version | \"1.0\" | none | none",
                "version | \"1.1\" | /version | is not 1.0",
                "level | 2 | none | none",
                "level | 3 | /level | 'is not one of 1, 2'",
                "level | \"2\" | /level | is of another type",
                "state | \"CLOSED\" | none | none",
                "state | \"closed\" | /state | 'is not one of OPEN, CLOSED'",
                "discount | 0.10 | none | none",
                "discount | \"0.10\" | /discount | is of another type",
                "invoice | false | none | none",
                "invoice | \"false\" | /invoice | is of another type",
                "time_expire | \"2026-01-01T00:00:00+08:00\" | none | none",
                "time_expire | \"2026-01-01 00:00:00\" | /time_expire | is not a date-time of RFC 3339",
                "amount | [] | /amount | is not an object",
                "amount | {} | /amount/total | is missing",
                "amount | {\"total\":1.5} | /amount/total | is of another type",
                "amount | {\"total\":9223372036854775808} | /amount/total | is not a whole number",
                "amount | {\"total\":1,\"currency\":\"USD\"} | /amount/currency | 'is not one of CNY, HKD'",
                "goods | {} | /goods | is not an array",
                "goods | [{\"goods_id\":\"1\",\"price\":1}] | none | none",
                "goods | [null] | /goods/0 | is null",
                "goods | [{\"price\":1}] | /goods/0/goods_id | is missing",
                "goods | [{\"goods_id\":\"1\"}] | /goods/0/price | 'exactly one of price, gift must be given'",
                "tags | [\"a\", \"b\"] | none | none",
                "tags | [\"a\", 1] | /tags/1 | is of another type",
                "extra | \"{\\\"kind\\\":\\\"k\\\"}\" | none | none",
                "extra | {\"kind\":\"k\"} | /extra | is of another type",
                "extra | \"{}\" | /extra | contains a document in which extra.kind is missing",
                "unheard_of | {\"a\":1} | none | none",
                "unheard_of | null | /unheard_of | is null",
            })
    void checksTypesOfBody(String field, String json, String pointer, String issue) throws Exception {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(right());
        String others = body.without(field).toString();
        String text = others.substring(0, others.length() - 1) + ",\"" + field + "\":" + json + "}";

        HttpResponse<byte[]> answer = client.post(ORDERS, text).send();

        assertAnswer(answer, pointer, issue, "body");
    }

    @Test
    void reportsValue() throws Exception {
        JsonNode error = client.post(ORDERS, right().replace("\"total\":1", "\"total\":1.50"))
                .read();

        assertThat(error.get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(error.get("message").asString()).isEqualTo("参数错误: amount.total is of another type");
        assertThat(error.at("/detail/value").asString()).isEqualTo("1.50");
    }

    @Test
    void reportsAllViolations() throws Exception {
        assertThat(client.post(ORDERS, "{\"amount\":{}}").read().get("message").asString())
                .isEqualTo("参数错误: mchid is missing; out_trade_no is missing; amount.total is missing; "
                        + "at least one of payer_id, payer_name must be given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{} {}",
                "{'a':1}",
                "{\"mchid\":\"1\",\"mchid\":\"1\"}",
                "{\"amount\":{\"total\":1,\"total\":1}}",
            })
    void rejectsBodyThatIsNotAnObject(String body) throws Exception {
        HttpResponse<byte[]> answer = client.post(ORDERS, body).send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(answer).at("/detail/issue").asString())
                .isEqualTo("is not a JSON object, or contains a member twice");
    }

    @Test
    void rejectsBodyThatIsNotUtf8() throws Exception {
        byte[] body = right().getBytes(StandardCharsets.UTF_8);
        body[right().indexOf('p')] = (byte) 0xE5;
        assertThat(client.request("POST", ORDERS)
                        .header("Content-Type", "application/json")
                        .body(body)
                        .send()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void rejectsUnexpectedBody() throws Exception {
        assertThat(client.post("/v3/play/orders/1/close", "{}").send().statusCode())
                .isEqualTo(400);
        assertThat(client.request("POST", "/v3/play/orders/1/close").send().statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "mchid=10000100&begin=1&limit=5&closed=true&kinds=a&kinds=b | none | none",
                "begin=1 | mchid | is missing",
                "mchid=&begin=1 | mchid | is empty",
                "mchid=10000100 | begin | 'at least one of begin, end must be given'",
                "mchid=10000100&end=1&mchid=10000100 | mchid | is given twice",
                "mchid=10000100&end=1&limit=x | limit | is not a whole number",
                "mchid=10000100&end=1&closed=yes | closed | is neither true nor false",
                "mchid=10000100&end=%F0%9F%98%80 | end | contains a character that needs four bytes in UTF-8",
                "mchid=10000100&end=%E5 | query | is not a percent-encoded form",
                "mchid=10000100&end | query | is not a percent-encoded form",
                "mchid=10000100&&end=1 | query | is not a percent-encoded form",
                "mchid=10000100&end=1&unheard_of=1 | none | none",
            })
    void checksTypesOfQuery(String query, String field, String issue) throws Exception {
        assertAnswer(client.get(ORDERS + "?" + query).send(), field, issue, "query");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "12345678 | none | none",
                "%E5%85%AB%2F | none | none",
                "123456789 | order_id | must be at most 8 characters (was 9)",
                "%E5 | order_id | is not percent-encoded UTF-8",
                "%F0%9F%98%80 | order_id | contains a character that needs four bytes in UTF-8",
            })
    void checksTypesOfPath(String segment, String field, String issue) throws Exception {
        HttpResponse<byte[]> answer = client.get("/v3/play/orders/" + segment)
                .header("Idempotency-Key", "k")
                .send();

        assertAnswer(answer, field, issue, "path");
    }

    @Test
    void requiresHeaderOfSpec() throws Exception {
        assertAnswer(client.get("/v3/play/orders/1").send(), "Idempotency-Key", "is missing", "header");
    }

    @Test
    void recordsFields() throws Exception {
        String body = "{\"mchid\":\"10000100\",\"out_trade_no\":\"1\",\"amount\":{\"total\":100,\"note\":{\"a\":1}},"
                + "\"payer_id\":\"p\",\"discount\":0.10,\"invoice\":true,\"tags\":[],"
                + "\"goods\":[{\"goods_id\":\"1\",\"price\":1},{\"goods_id\":\"2\",\"gift\":false}]}";
        client.post(ORDERS + "?a=%26", body).send();

        RecordedCall call = simulator.calls().stream()
                .filter(each -> each.query().equals("a=%26"))
                .findFirst()
                .orElseThrow();
        assertThat(call.target()).isEqualTo("/v3/play/orders?a=%26");
        assertThat(call.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
        assertThat(call.fields())
                .isEqualTo(Map.ofEntries(
                        Map.entry("mchid", "10000100"),
                        Map.entry("out_trade_no", "1"),
                        Map.entry("amount.total", "100"),
                        Map.entry("amount.note.a", "1"),
                        Map.entry("payer_id", "p"),
                        Map.entry("discount", "0.10"),
                        Map.entry("invoice", "true"),
                        Map.entry("tags", "[]"),
                        Map.entry("goods[0].goods_id", "1"),
                        Map.entry("goods[0].price", "1"),
                        Map.entry("goods[1].goods_id", "2"),
                        Map.entry("goods[1].gift", "false")));
        assertThat(call.undeclaredFields()).containsExactlyInAnyOrder("a", "amount.note");
        assertThat(call.queryFields()).isEqualTo(Map.of("a", "&"));
        assertThat(call.refusal()).isEmpty();
    }

    @Test
    void recordsDecodedPathAndQuery() throws Exception {
        client.get("/v3/play/orders/a%2Fb%20+?note=%E5%BE%AE")
                .header("Idempotency-Key", "k")
                .send();

        RecordedCall call = simulator.calls().stream()
                .filter(each -> each.path().startsWith("/v3/play/orders/a"))
                .findFirst()
                .orElseThrow();
        assertThat(call.pathValues()).isEqualTo(Map.of("order_id", "a/b +"));
        assertThat(call.queryFields()).isEqualTo(Map.of("note", "微"));
        assertThat(call.responseFields()).isEqualTo(Map.of("order_id", "a/b +", "mchid", Client.MCHID, "note", "微"));
    }

    private static void assertAnswer(HttpResponse<byte[]> answer, String field, String issue, String location) {
        if (issue == null) {
            assertThat(answer.statusCode())
                    .as(new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            return;
        }
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = V3Client.json(answer);
        assertThat(error.get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(error.at("/detail/field").asString()).isEqualTo(field);
        assertThat(error.at("/detail/issue").asString()).isEqualTo(issue);
        assertThat(error.at("/detail/location").asString()).isEqualTo(location);
    }
}
