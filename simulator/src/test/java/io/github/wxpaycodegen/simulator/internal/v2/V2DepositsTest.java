package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.RefundSnapshot;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deposits of a hotel, from the payment to the refund. */
class V2DepositsTest {
    private static final String SUB_MCHID = "1900000109";

    private final Simulator simulator =
            Simulators.bundledBuilder().rememberOrders().start();
    private final Client client = Client.withCertificate(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void depositIsPaidConsumedAndRefunded() throws Exception {
        assertThat(call("unifiedorder", order("D1", "notify_url", "http://localhost:1/none")))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("trade_type", "JSAPI")
                .containsEntry("sub_mch_id", SUB_MCHID)
                .containsKey("prepay_id")
                .doesNotContainKeys("code_url", "mweb_url");
        assertThat(query("D1")).containsEntry("trade_state", "NOTPAY");
        String transactionId = simulator.orders().pay("D1");
        assertThat(query("D1"))
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("total_fee", "1000")
                .doesNotContainKey("consume_fee");

        assertThat(consume("D1", 600))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("transaction_id", transactionId)
                .containsEntry("out_trade_no", "D1")
                .containsEntry("total_fee", "1000")
                .containsEntry("consume_fee", "600")
                .containsEntry("fee_type", "CNY");

        assertThat(query("D1"))
                .containsEntry("trade_state", "REFUND")
                .containsEntry("total_fee", "1000")
                .containsEntry("consume_fee", "600");
        assertThat(refund("D1", "R1", 601)).containsEntry("err_code", "INVALID_REQUEST");
        assertThat(refund("D1", "R1", 600))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("refund_fee", "600")
                .containsKey("refund_id");
        assertThat(call("refundquery", fields("out_refund_no", "R1")))
                .containsEntry("refund_count", "1")
                .containsEntry("refund_status_0", "SUCCESS")
                .containsEntry("out_refund_no_0", "R1");
        assertThat(call("refundquery", fields("out_trade_no", "D1")))
                .containsEntry("total_refund_count", "2")
                .containsEntry("refund_fee_0", "400")
                .containsEntry("refund_fee_1", "600");
        assertThat(simulator.orders().listRefunds())
                .extracting(RefundSnapshot::amount)
                .containsExactly(400L, 600L);
    }

    @ParameterizedTest
    @CsvSource({"micropay, auth_code, 134567890123456789, MICROPAY", "facepay, face_code, b713b5d2-666c-48, FACEPAY"})
    void paysByCodeOrFaceAtOnce(String path, String name, String code, String tradeType) throws Exception {
        Map<String, String> order = order("D1", name, code);
        order.keySet().remove("trade_type");
        order.put("deposit", "Y");

        assertThat(call(path, order))
                .containsEntry("trade_type", tradeType)
                .containsEntry("total_fee", "1000")
                .containsKey("transaction_id");
        assertThat(call(path, order)).containsEntry("err_code", "ORDERPAID");
        assertThat(consume("D1", 1000)).containsEntry("consume_fee", "1000");
        assertThat(query("D1"))
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("trade_type", tradeType)
                .containsEntry("consume_fee", "1000");
    }

    @Test
    void paymentByCodeCanBeNoDeposit() throws Exception {
        Map<String, String> order = order("O1", "auth_code", "134567890123456789");
        order.keySet().remove("trade_type");
        order.put("deposit", "N");
        call("micropay", order);

        assertThat(consume("O1", 600)).containsEntry("err_code", "INVALID_REQUEST");
        assertThat(refund("O1", "R1", 1000)).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void equalRequestsAreOne() throws Exception {
        Map<String, String> order = order("D1", "notify_url", "http://localhost:1/none");
        String prepayId = call("unifiedorder", order).get("prepay_id");
        assertThat(call("unifiedorder", order)).containsEntry("prepay_id", prepayId);
        order.put("total_fee", "1001");
        assertThat(call("unifiedorder", order)).containsEntry("err_code", "OUT_TRADE_NO_USED");
        simulator.orders().pay("D1");

        assertThat(consume("D1", 600)).containsEntry("result_code", "SUCCESS");
        assertThat(consume("D1", 600)).containsEntry("consume_fee", "600");
        assertThat(consume("D1", 500)).containsEntry("err_code", "TRADE_ERROR").containsEntry("err_code_des", "押金已消费");
        String refundId = refund("D1", "R1", 100).get("refund_id");
        assertThat(refund("D1", "R1", 100)).containsEntry("refund_id", refundId);
        assertThat(refund("D1", "R1", 101)).containsEntry("err_code", "REFUND_FEE_MISMATCH");
    }

    @Test
    void unconsumedDepositIsReversedNotRefunded() throws Exception {
        paid("D1");
        assertThat(refund("D1", "R1", 1000)).containsEntry("err_code", "INVALID_REQUEST");

        assertThat(call("reverse", fields("out_trade_no", "D1")))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("recall", "N");

        assertThat(query("D1")).containsEntry("trade_state", "REVOKED");
        assertThat(call("reverse", fields("out_trade_no", "D1"))).containsEntry("result_code", "SUCCESS");
        assertThat(consume("D1", 600)).containsEntry("err_code", "TRADE_STATE_ERROR");
    }

    @Test
    void consumedDepositIsNotReversed() throws Exception {
        paid("D1");
        consume("D1", 1000);

        assertThat(call("reverse", fields("out_trade_no", "D1"))).containsEntry("err_code", "TRADE_ERROR");
        assertThat(query("D1")).containsEntry("trade_state", "SUCCESS");
    }

    @Test
    void amountIsWithinDeposit() throws Exception {
        call("unifiedorder", order("D1", "notify_url", "http://localhost:1/none"));
        assertThat(consume("D1", 600)).containsEntry("err_code", "TRADE_STATE_ERROR");
        simulator.orders().pay("D1");

        assertThat(consume("D1", 1001)).containsEntry("err_code", "PARAM_ERROR");
        assertThat(consume("D1", 0)).containsEntry("err_code", "PARAM_ERROR");
        Map<String, String> other = fields("out_trade_no", "D1", "total_fee", "999", "consume_fee", "600");
        assertThat(call("consume", other)).containsEntry("err_code", "PARAM_ERROR");
    }

    @ParameterizedTest
    @CsvSource({"orderquery, ORDERNOTEXIST", "reverse, ORDERNOTEXIST", "refundquery, REFUNDNOTEXIST"})
    void unknownDepositDoesNotExist(String path, String code) throws Exception {
        assertThat(call(path, fields("out_trade_no", "none"))).containsEntry("err_code", code);
    }

    @Test
    void unknownDepositIsNeitherConsumedNorRefunded() throws Exception {
        assertThat(consume("none", 600)).containsEntry("err_code", "ORDERNOTEXIST");
        assertThat(refund("none", "R1", 600)).containsEntry("err_code", "ORDERNOTEXIST");
    }

    @Test
    void depositIsReturnedAfterThirtyDays() throws Exception {
        paid("D1");
        simulator.advance(Duration.ofDays(30));

        assertThat(simulator.orders().listRefunds())
                .extracting(RefundSnapshot::amount)
                .containsExactly(1000L);
        assertThat(query("D1")).containsEntry("trade_state", "REFUND").doesNotContainKey("consume_fee");
        assertThat(consume("D1", 600)).containsEntry("err_code", "TRADE_STATE_ERROR");
    }

    @Test
    void paymentOfDepositIsAnnounced() throws Exception {
        try (Receiver receiver = new Receiver()) {
            call("unifiedorder", order("D1", "notify_url", receiver.url().toString()));
            String transactionId = simulator.orders().pay("D1");

            assertThat(Client.read(receiver.next().text()))
                    .containsEntry("out_trade_no", "D1")
                    .containsEntry("transaction_id", transactionId)
                    .containsEntry("total_fee", "1000");
        }
    }

    private void paid(String number) throws Exception {
        call("unifiedorder", order(number, "notify_url", "http://localhost:1/none"));
        simulator.orders().pay(number);
    }

    private Map<String, String> query(String number) throws Exception {
        return call("orderquery", fields("out_trade_no", number));
    }

    private Map<String, String> consume(String number, int amount) throws Exception {
        return call(
                "consume",
                fields("out_trade_no", number, "total_fee", "1000", "consume_fee", Integer.toString(amount)));
    }

    private Map<String, String> refund(String number, String refundNumber, int amount) throws Exception {
        Map<String, String> refund = fields("out_trade_no", number, "out_refund_no", refundNumber);
        refund.putAll(Client.fields("total_fee", "1000", "refund_fee", Integer.toString(amount)));
        return call("refund", refund);
    }

    /** The response, rightly signed. */
    private Map<String, String> call(String path, Map<String, String> fields) throws Exception {
        HttpResponse<String> response = client.post("/deposit/" + path, fields);
        Map<String, String> answer = Client.read(response);
        assertThat(answer).containsEntry("sign", Client.sign(answer, "HMAC-SHA256", Client.KEY));
        return answer;
    }

    private static Map<String, String> order(String number, String... more) {
        Map<String, String> order = fields("out_trade_no", number, "total_fee", "1000", "body", "示例酒店");
        order.putAll(Client.fields("spbill_create_ip", "127.0.0.1", "trade_type", "JSAPI", "openid", "payer-1"));
        order.putAll(Client.fields(more));
        return order;
    }

    private static Map<String, String> fields(String... more) {
        Map<String, String> fields = Client.fields(
                "appid", "wxd678efh567hg6787",
                "mch_id", Client.MCHID,
                "sub_mch_id", SUB_MCHID,
                "sign_type", "HMAC-SHA256",
                "nonce_str", "ibuaiVcKdpRxkhJA");
        fields.putAll(Client.fields(more));
        return fields;
    }
}
