package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The content of successful responses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2ResponsesTest {
    private final Simulator simulator = Simulators.play();
    private final Client client = Client.withoutCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void hasValueOfTypeInEveryField() throws Exception {
        Map<String, String> answer = Client.read(client.post("/play/everything", request()));

        assertThat(answer)
                .containsEntry("return_code", "SUCCESS")
                .containsEntry("return_msg", "OK")
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("appid", "wx8888888888888888")
                .containsEntry("mch_id", Client.MCHID)
                .containsEntry("version", "1.0")
                .containsEntry("short_text", "samp")
                .containsEntry("state", "SUCCESS")
                .containsEntry("deposit", "Y")
                .containsEntry("starts_at", "2026-01-01T08:00:00+08:00")
                .containsEntry("refund_id_0", "sample-refund_id_0")
                .containsEntry("refund_id_1", "sample-refund_id_1")
                .containsEntry("coupon_refund_id_0_1", "sample-coupon_refund_id_0_1")
                .containsKeys("coupon_refund_id_0_0", "coupon_refund_id_1_0", "coupon_refund_id_1_1")
                .doesNotContainKeys("err_code", "err_code_des", "refund_id_2");
        assertThat(answer.get("coupon_fee")).matches("[1-9][0-9]{2}");
        assertThat(answer.get("rate")).matches("[1-9][0-9]{2}\\.5");
        assertThat(answer.get("nonce_str")).hasSize(32);
        assertThat(answer.get("detail"))
                .matches("\\{\"goods_id\":\"sample-goods_id\",\"quantity\":\\d{3},\"price\":\\d{3}\\.5,\"gift\":true}");
        assertThat(answer.get("goods_list")).isEqualTo("[" + answer.get("detail") + "," + answer.get("detail") + "]");
    }

    @Test
    void signsResponseLikeRequest() throws Exception {
        Map<String, String> answer = Client.read(client.post("/play/everything", request()));

        assertThat(answer.get("sign")).isEqualTo(Client.sign(answer, "MD5", Client.KEY));
    }

    @Test
    void recordsResponseFields() throws Exception {
        Map<String, String> answer = Client.read(client.post("/play/everything?a=recorded", request()));

        RecordedCall call = simulator.calls().stream()
                .filter(each -> each.query().equals("a=recorded"))
                .findFirst()
                .orElseThrow();
        answer.remove("sign");
        assertThat(call.responseFields()).isEqualTo(answer);
    }

    @Test
    void echoesFieldsOfRequest() throws Exception {
        Map<String, String> request = request();
        request.put("appid", "wx1");
        request.put("total_fee", "888");
        request.put("state", "NOTPAY");

        assertThat(Client.read(client.post("/play/everything", request)))
                .containsEntry("out_trade_no", "<1 & 2>")
                .containsEntry("appid", "wx1")
                .containsEntry("total_fee", "888")
                .containsEntry("state", "NOTPAY");
    }

    @Test
    void doesNotSignUnsignedResponse() throws Exception {
        Map<String, String> request = Client.fields("mch_id", Client.MCHID, "nonce_str", "n");
        assertThat(Client.read(client.post("/play/unsigned", request)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("return_code", "SUCCESS", "result_code", "SUCCESS"));
    }

    @Test
    void namesErrorsAsInSpec() throws Exception {
        assertThat(Client.read(client.post("/play/unsigned", Client.fields("mch_id", Client.MCHID))))
                .containsEntry("error_code", "LACK_PARAMS")
                .containsEntry("error_code_des", "nonce_str is missing");
    }

    private static Map<String, String> request() {
        return Client.fields("version", "1.0", "mch_id", Client.MCHID, "out_trade_no", "<1 & 2>", "nonce_str", "n");
    }
}
