package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses to requests with a valid signature and invalid fields. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2FieldRulesTest {
    private static final String PATH = "/play/everything";

    private final Simulator simulator = Simulators.play();
    private final Client client = Client.withoutCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "version | 1 | version is not 1.0",
                "out_trade_no | 123456789 | out_trade_no must be at most 8 characters (was 9)",
                "out_trade_no | 八个汉字也是八个 | none",
                "total_fee | 1.0 | total_fee is not a whole number",
                "total_fee | +1 | total_fee is not a whole number",
                "total_fee | 007 | total_fee is not a whole number",
                "total_fee | 9223372036854775808 | total_fee is not a whole number",
                "total_fee | 9223372036854775807 | none",
                "rate | 0.25 | none",
                "rate | 1e3 | rate is not a decimal number",
                "state | REFUND | none",
                "state | refund | 'state is not one of SUCCESS, REFUND, NOTPAY'",
                "deposit | N | none",
                "deposit | true | deposit is neither Y nor N",
                "starts_at | 2026-01-01T00:00:00+08:00 | none",
                "starts_at | 2026-01-01 | starts_at is not a date-time of RFC 3339",
                "detail | {\"goods_id\":\"1\",\"quantity\":2,\"price\":1.5,\"gift\":true} | none",
                "detail | {\"goods_id\":1,\"quantity\":2} | detail.goods_id is of another type",
                "detail | {\"goods_id\":\"1\",\"quantity\":\"2\"} | detail.quantity is of another type",
                "detail | [] | detail is not an object",
                "detail | {\"goods_id\" | detail is not JSON",
                "detail | {} {} | detail is not JSON",
                "goods_list | [{\"goods_id\":\"1\",\"quantity\":2}] | none",
                "goods_list | {} | goods_list is not an array",
                "risk_info | mobile%3D123%26posttime%3D1 | none",
                "risk_info | mobile%3D123%26posttime%3Dx | risk_info.posttime is not a whole number",
                "risk_info | mobile | risk_info is not a URL-encoded form",
                "unheard_of | x | none",
            })
    void checksTypesOfValues(String field, String value, String problem) throws Exception {
        Map<String, String> fields = right();
        fields.put(field, value);

        assertAnswer("PARAM_ERROR", problem, fields);
    }

    @Test
    void reportsMissingFieldInDocument() throws Exception {
        Map<String, String> fields = right();
        fields.put("goods_list", "[{\"goods_id\":\"1\",\"quantity\":1},{\"goods_id\":\"2\"}]");
        fields.put("risk_info", "posttime%3D1");

        assertAnswer("LACK_PARAMS", "goods_list[1].quantity is missing; risk_info.mobile is missing", fields);
    }

    @Test
    void requiresExactlyOneOfGroup() throws Exception {
        Map<String, String> both = right();
        both.put("transaction_id", "4200");
        Map<String, String> neither = right();
        neither.remove("out_trade_no");

        assertAnswer("PARAM_ERROR", "exactly one of out_trade_no, transaction_id must be given", both);
        assertAnswer("LACK_PARAMS", "exactly one of out_trade_no, transaction_id must be given", neither);
    }

    @Test
    void checksEachElementOfIndexedFields() throws Exception {
        Map<String, String> fields = right();
        fields.put("refund_id_0", "a");
        fields.put("refund_fee_0", "1");
        fields.put("refund_fee_1", "x");
        fields.put("coupon_refund_fee_0_0", "1");
        fields.put("coupon_refund_id_0_1", "c");

        assertAnswer(
                "LACK_PARAMS",
                "coupon_refund_fee_0_1 is missing; refund_id_1 is missing; refund_fee_1 is not a whole number",
                fields);
    }

    @Test
    void rejectsUndeclaredSignType() throws Exception {
        Map<String, String> fields = right();
        fields.put("sign_type", "MD5");

        assertThat(Client.read(client.post(PATH, fields))).containsEntry("return_msg", "sign_type参数错误");
    }

    private void assertAnswer(String errCode, String problem, Map<String, String> fields) throws Exception {
        Map<String, String> answer = Client.read(client.post(PATH, fields));

        assertThat(answer).containsEntry("return_code", "SUCCESS");
        if (problem == null) {
            assertThat(answer).containsEntry("result_code", "SUCCESS");
        } else {
            assertThat(answer).containsEntry("err_code", errCode).containsEntry("err_code_des", problem);
        }
    }

    private static Map<String, String> right() {
        return Client.fields("version", "1.0", "mch_id", Client.MCHID, "out_trade_no", "1", "nonce_str", "n");
    }
}
