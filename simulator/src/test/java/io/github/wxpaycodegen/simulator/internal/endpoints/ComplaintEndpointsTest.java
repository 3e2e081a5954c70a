package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.V3Client;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComplaintEndpointsTest {
    private static final String HOME = "/v3/merchant-service/complaints-v2";
    private static final String SPEC = "v3/merchant-service/complaints-v2";
    private static final String URL = "/v3/merchant-service/complaint-notifications";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void complaintIsAnsweredAndCompleted() throws Exception {
        shop.post(URL, "{'url': '%s'}".formatted(shop.receiver.url()));
        String transactionId = shop.pay("ORDER-1", "");
        String id = shop.gateway.complaints().file("ORDER-1", "no tea");
        JsonNode notice = shop.notified("COMPLAINT.CREATE");
        assertThat(notice.get("complaint_id").asString()).isEqualTo(id);
        assertThat(notice.get("action_type").asString()).isEqualTo("CREATE_COMPLAINT");

        JsonNode filed = shop.get(HOME + "/" + id);
        assertThat(filed.get("complaint_state").asString()).isEqualTo("PENDING");
        assertThat(filed.get("complaint_detail").asString()).isEqualTo("no tea");
        assertThat(filed.get("incoming_user_response").asBoolean()).isTrue();
        assertThat(filed.get("problem_type").asString()).isEqualTo("OTHERS");
        assertThat(shop.decrypt(filed.get("payer_phone"))).isEqualTo("13800000000");
        assertThat(filed.at("/complaint_order_info/0/transaction_id").asString())
                .isEqualTo(transactionId);
        assertThat(filed.at("/complaint_order_info/0/amount").asInt()).isEqualTo(100);
        assertThat(Shop.missing(SPEC + "/{complaint_id}", "GET", filed)).isEmpty();

        shop.send(HOME + "/" + id + "/response", response(Client.MCHID));
        assertThat(shop.notified("COMPLAINT.STATE_CHANGE").get("action_type").asString())
                .isEqualTo("MERCHANT_RESPONSE");
        assertThat(shop.gateway.complaints().state(id)).isEqualTo("PROCESSING");
        assertThat(shop.get(HOME + "/" + id).get("incoming_user_response").asBoolean())
                .isFalse();
        shop.gateway.complaints().reply(id, "when?");
        assertThat(shop.notified("COMPLAINT.STATE_CHANGE").get("action_type").asString())
                .isEqualTo("USER_RESPONSE");
        shop.send(HOME + "/" + id + "/complete", respondent(Client.MCHID));
        assertThat(shop.notified("COMPLAINT.STATE_CHANGE").get("action_type").asString())
                .isEqualTo("MERCHANT_CONFIRM_COMPLETE");
        shop.send(HOME + "/" + id + "/complete", respondent(Client.MCHID));

        assertThat(shop.gateway.complaints().state(id)).isEqualTo("PROCESSED");
        JsonNode log = shop.get(HOME + "/" + id + "/negotiation-historys?limit=3&offset=1");
        assertThat(log.get("total_count").asInt()).isEqualTo(4);
        assertThat(log.get("data").valueStream().map(step -> step.get("operate_type")
                        .asString()))
                .containsExactly("MERCHANT_RESPONSE", "USER_RESPONSE", "MERCHANT_CONFIRM_COMPLETE");
        assertThat(log.at("/data/0/operate_details").asString()).isEqualTo("sorry");
        assertThat(Shop.missing(SPEC + "/{complaint_id}/negotiation-historys", "GET", log))
                .isEmpty();
        shop.refusesPost(HOME + "/" + id + "/response", response(Client.MCHID), 400, "INVALID_REQUEST");
    }

    @Test
    void payerContinuesOrRevokes() throws Exception {
        shop.pay("ORDER-1", "");
        String id = shop.gateway.complaints().file("ORDER-1", "no tea");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.complaints().continueComplaint(id, "still no tea"));
        shop.send(HOME + "/" + id + "/complete", respondent(Client.MCHID));

        shop.gateway.complaints().continueComplaint(id, "still no tea");
        assertThat(shop.get(HOME + "/" + id).get("user_complaint_times").asInt())
                .isEqualTo(2);
        assertThat(shop.gateway.complaints().state(id)).isEqualTo("PENDING");
        shop.gateway.complaints().revoke(id);

        assertThat(shop.gateway.complaints().state(id)).isEqualTo("PROCESSED");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.complaints().reply(id, "late"))
                .withMessageContaining("COMPLAINT_STATE");
    }

    @Test
    void merchantDecidesRefund() throws Exception {
        shop.pay("ORDER-1", "");
        String id = shop.gateway.complaints().file("ORDER-1", "no tea", 100);
        String other = shop.gateway.complaints().file("ORDER-1", "cold tea");

        shop.send(HOME + "/" + id + "/update-refund-progress", "{'action': 'APPROVE', 'launch_refund_day': 0}");
        shop.refusesPost(
                HOME + "/" + other + "/update-refund-progress", "{'action': 'APPROVE'}", 400, "INVALID_REQUEST");

        JsonNode before = shop.get(HOME + "/" + id);
        assertThat(before.get("problem_type").asString()).isEqualTo("REFUND");
        assertThat(before.get("apply_refund_amount").asInt()).isEqualTo(100);
        assertThat(before.get("complaint_full_refunded").asBoolean()).isFalse();
        shop.post("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R1", 100));
        assertThat(shop.get(HOME + "/" + id).get("complaint_full_refunded").asBoolean())
                .isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.complaints().file("ORDER-1", "no tea", 101))
                .withMessageContaining("REFUND_TOO_LARGE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.gateway.complaints().file("ORDER-1", "no tea", -1));
    }

    @Test
    void refundsAreAnnouncedAndLogged() throws Exception {
        shop.post(URL, "{'url': '%s'}".formatted(shop.receiver.url()));
        shop.pay("ORDER-1", "");
        String id = shop.gateway.complaints().file("ORDER-1", "no tea", 100);
        shop.notified("COMPLAINT.CREATE");

        shop.post("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R1", 40));
        shop.send(HOME + "/" + id + "/update-refund-progress", "{'action': 'APPROVE', 'launch_refund_day': 0}");
        assertThat(action()).isEqualTo("MERCHANT_APPROVE_REFUND");
        shop.post("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R2", 60));

        assertThat(List.of(action(), action())).containsExactlyInAnyOrder("SELLER_REFUND", "REFUND_SUCCESS");
        JsonNode log = shop.get(HOME + "/" + id + "/negotiation-historys").get("data");
        assertThat(log.valueStream().map(step -> step.get("operate_type").asString()))
                .containsExactly(
                        "USER_CREATE_COMPLAINT",
                        "COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE",
                        "MERCHANT_APPROVE_REFUND",
                        "COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE",
                        "COMPLAINT_REFUND_RECEIVED_SYSTEM_MESSAGE");
        assertThat(log.at("/1/operator").asString()).isEqualTo("系统");
        assertThat(shop.gateway.complaints().state(id)).isEqualTo("PROCESSING");
    }

    private String action() throws Exception {
        return shop.notified("COMPLAINT.STATE_CHANGE").get("action_type").asString();
    }

    @Test
    void imagesOfReplyAreInTheLog() throws Exception {
        shop.pay("ORDER-1", "");
        String id = shop.gateway.complaints().file("ORDER-1", "no tea");

        shop.send(
                HOME + "/" + id + "/response",
                response(Client.MCHID).replaceFirst("\\{", "{'response_images': ['M1', 'M2'], "));

        JsonNode images = shop.get(HOME + "/" + id + "/negotiation-historys").at("/data/1/image_list");
        assertThat(images.valueStream().map(JsonNode::asString))
                .containsExactly(
                        "https://api.mch.weixin.qq.com/v3/merchant-service/images/M1",
                        "https://api.mch.weixin.qq.com/v3/merchant-service/images/M2");
    }

    @Test
    void listHasComplaintsOfDaysAndMerchant() throws Exception {
        shop.pay("ORDER-1", "");
        for (int i = 0; i < 3; i++) {
            shop.gateway.complaints().file("ORDER-1", "complaint " + i);
        }
        String days = HOME + "?begin_date=%s&end_date=%s".formatted(shop.today(), shop.today());

        JsonNode page = shop.get(days + "&limit=2&offset=1&complainted_mchid=" + Client.MCHID);

        assertThat(page.get("total_count").asInt()).isEqualTo(3);
        assertThat(page.get("data").valueStream().map(each -> each.get("complaint_detail")
                        .asString()))
                .containsExactly("complaint 1", "complaint 2");
        assertThat(Shop.missing(SPEC, "GET", page)).isEmpty();
        assertThat(shop.get(days + "&complainted_mchid=1900000109")
                        .get("total_count")
                        .asInt())
                .isZero();
        assertThat(shop.get(HOME + "?begin_date=2020-01-01&end_date=2020-01-31")
                        .get("total_count")
                        .asInt())
                .isZero();
        shop.refusesGet(HOME + "?begin_date=2020-01-01&end_date=2020-02-01", 400, "PARAM_ERROR");
    }

    @Test
    void sameImmediateResponseIsSentOnce() throws Exception {
        shop.pay("ORDER-1", "");
        String id = shop.gateway.complaints().file("ORDER-1", "no tea");
        String message = """
                {'complainted_mchid': '%s', 'idempotent_id': 'M1', 'message': {'blocks': [{'type': 'TEXT', 'text': {'text': 'sorry'}}]}}
                """.formatted(Client.MCHID);

        JsonNode first = shop.post(HOME + "/" + id + "/response-immediate-service", message);
        JsonNode again = shop.post(HOME + "/" + id + "/response-immediate-service", message);

        assertThat(again).isEqualTo(first);
        JsonNode log = shop.get(HOME + "/" + id + "/negotiation-historys");
        assertThat(log.get("data")).hasSize(2);
        assertThat(log.at("/data/1/log_id")).isEqualTo(first.get("log_id"));
        assertThat(log.at("/data/1/normal_message/blocks/0/text/text").asString())
                .isEqualTo("sorry");
    }

    @Test
    void complaintIsOneAboutAPaidOrderOfTheMerchant() throws Exception {
        shop.order("ORDER-1", "");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.complaints().file("ORDER-1", "no tea"))
                .withMessageContaining("NOT_PAID");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.complaints().file("ORDER-2", "no tea"))
                .withMessageContaining("NO_ORDER");
        shop.gateway.orders().pay("ORDER-1");
        String id = shop.gateway.complaints().file("ORDER-1", "no tea");

        shop.refusesPost(HOME + "/" + id + "/complete", respondent("1900000109"), 404, "RESOURCE_NOT_EXISTS");
        shop.refusesGet(HOME + "/1", 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void urlForNotificationsIsCreatedChangedAndRemoved() throws Exception {
        shop.refusesGet(URL, 404, "RESOURCE_NOT_EXISTS");
        assertThat(shop.call("PUT", URL, "{'url': 'https://shop.example.com/a'}")
                        .statusCode())
                .isEqualTo(404);

        shop.post(URL, "{'url': 'https://shop.example.com/a'}");
        shop.refusesPost(URL, "{'url': 'https://shop.example.com/b'}", 400, "INVALID_REQUEST");
        assertThat(V3Client.json(shop.call("PUT", URL, "{'url': 'https://shop.example.com/b'}"))
                        .get("mchid")
                        .asString())
                .isEqualTo(Client.MCHID);
        assertThat(shop.get(URL).get("url").asString()).isEqualTo("https://shop.example.com/b");

        assertThat(shop.call("DELETE", URL, "").statusCode()).isEqualTo(204);
        shop.refusesGet(URL, 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void resetForgetsComplaints() throws Exception {
        shop.pay("ORDER-1", "");
        shop.gateway.complaints().file("ORDER-1", "no tea");
        shop.post(URL, "{'url': 'https://shop.example.com/a'}");

        shop.gateway.reset();

        assertThat(shop.gateway.complaints().list()).isEmpty();
        shop.refusesGet(URL, 404, "RESOURCE_NOT_EXISTS");
    }

    private static String response(String mchid) {
        return "{'complainted_mchid': '%s', 'response_content': 'sorry'}".formatted(mchid);
    }

    private static String respondent(String mchid) {
        return "{'complainted_mchid': '%s'}".formatted(mchid);
    }
}
