package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.OrderSnapshot;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.RefundSnapshot;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Behavior;
import io.github.wxpaycodegen.simulator.V3Client;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** v3 orders as their merchant sees them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class V3PaymentsTest {
    private static final String HOME = "/v3/pay/transactions";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final Simulator simulator =
            Simulators.bundledBuilder().rememberOrders().start();
    private final V3Client client = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void newOrderIsNotPaid() throws Exception {
        String number = number();
        JsonNode created = client.post(HOME + "/native", order(number, 100)).read();
        assertThat(created.propertyNames()).containsExactly("code_url");
        assertThat(created.get("code_url").asString()).startsWith("weixin://wxpay/bizpayurl?pr=");

        HttpResponse<byte[]> response = query(number);

        assertThat(client.isRightlySigned(response)).isTrue();
        JsonNode order = V3Client.json(response);
        assertThat(order.get("out_trade_no").asString()).isEqualTo(number);
        assertThat(order.get("trade_state").asString()).isEqualTo("NOTPAY");
        assertThat(order.get("mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(order.get("appid").asString()).isEqualTo("wxd678efh567hg6787");
        assertThat(order.get("attach").asString()).isEqualTo("自定义");
        assertThat(order.has("description")).isFalse();
        assertThat(order.has("limit_pay")).isFalse();
        assertThat(order.get("amount").toString()).isEqualTo("{\"total\":100,\"currency\":\"CNY\"}");
        assertThat(order.has("transaction_id")).isFalse();
        assertThat(order.has("payer")).isFalse();
        assertThat(order.has("success_time")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"jsapi, prepay_id, wx2", "app, prepay_id, wx2", "h5, h5_url, https://wx.tenpay.com/"})
    void createsOrderByEachTradeType(String way, String field, String start) throws Exception {
        String number = number();
        JsonNode created = client.post(HOME + "/" + way, order(number, 100)).read();

        assertThat(created.propertyNames()).containsExactly(field);
        assertThat(created.get(field).asString()).startsWith(start);
        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("NOTPAY");
    }

    @Test
    void findsPaidOrderByBothNumbers() throws Exception {
        String number = number();
        client.post(HOME + "/jsapi", order(number, 250)).send();

        String transactionId = simulator.orders().pay(number);

        JsonNode order = V3Client.json(query(number));
        assertThat(order.get("trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(order.get("trade_type").asString()).isEqualTo("JSAPI");
        assertThat(order.get("transaction_id").asString())
                .isEqualTo(transactionId)
                .matches("[0-9]{28}");
        assertThat(order.at("/payer/openid").asString()).isEqualTo("openid-of-payer");
        assertThat(order.get("success_time").asString()).matches("20.{8}T.{8}\\+08:00");
        assertThat(order.at("/amount/total").asInt()).isEqualTo(250);
        assertThat(client.get(HOME + "/id/" + transactionId + "?mchid=" + Client.MCHID)
                        .read())
                .isEqualTo(order);
    }

    @Test
    void undeclaredParameterReplacesNoFieldOfItsName() throws Exception {
        String number = number();
        client.post(HOME + "/native?description=other", order(number, 100)).read();
        String target = HOME + "/out-trade-no/" + number + "?mchid=" + Client.MCHID + "&out_trade_no=OTHER";

        JsonNode found = client.get(target).read();

        assertThat(found.get("out_trade_no").asString()).isEqualTo(number);
        assertThat(client.post(HOME + "/native?out_trade_no=OTHER", order(number, 100))
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void equalOrdersAreOneOrder() throws Exception {
        String number = number();
        JsonNode first = client.post(HOME + "/native", order(number, 100)).read();

        assertThat(client.post(HOME + "/native", order(number, 100)).read()).isEqualTo(first);
        assertRefused(client.post(HOME + "/native", order(number, 101)), 403, "OUT_TRADE_NO_USED");
        assertRefused(client.post(HOME + "/jsapi", order(number, 100)), 403, "OUT_TRADE_NO_USED");
        simulator.orders().pay(number);
        assertRefused(client.post(HOME + "/native", order(number, 100)), 400, "ORDERPAID");
    }

    @Test
    void unknownOrderDoesNotExist() throws Exception {
        assertRefused(client.get(HOME + "/out-trade-no/none?mchid=" + Client.MCHID), 404, "ORDER_NOT_EXIST");
        assertRefused(client.get(HOME + "/id/none?mchid=" + Client.MCHID), 404, "ORDER_NOT_EXIST");
        assertRefused(close("none"), 404, "ORDER_NOT_EXIST");
        assertRefused(client.post(HOME + "/native", order("free", 0)), 400, "PARAM_ERROR");
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.orders().pay("none"))
                .withMessageContaining("none: NO_ORDER");
    }

    @Test
    void rejectsPaymentOfClosedOrder() throws Exception {
        String number = number();
        client.post(HOME + "/native", order(number, 100)).send();

        assertThat(close(number).send().statusCode()).isEqualTo(204);
        assertThat(close(number).send().statusCode()).isEqualTo(204);

        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("CLOSED");
        assertRefused(client.post(HOME + "/native", order(number, 100)), 400, "ORDER_CLOSED");
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.orders().pay(number))
                .withMessageContaining("CLOSED");
    }

    @Test
    void rejectsClosingOrPayingPaidOrder() throws Exception {
        String number = number();
        client.post(HOME + "/native", order(number, 100)).send();
        simulator.orders().pay(number);

        assertRefused(close(number), 400, "ORDERPAID");
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.orders().pay(number))
                .withMessageContaining("PAID");
        assertThat(simulator.orders().state(number)).isEqualTo("SUCCESS");
    }

    @Test
    void acceptsPaymentAfterFailedPayment() throws Exception {
        String number = number();
        client.post(HOME + "/native", order(number, 100)).send();

        simulator.orders().failPayment(number);
        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("PAYERROR");

        simulator.orders().pay(number);
        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("SUCCESS");
    }

    @Test
    void expiredOrderStaysOpenUntilItIsClosed() throws Exception {
        String number = number();
        client.post(HOME + "/native", order(number, 100)).send();

        simulator.orders().expire(number);

        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("NOTPAY");
        assertRefused(client.post(HOME + "/native", order(number, 100)), 400, "INVALID_REQUEST");
        assertThatIllegalStateException()
                .isThrownBy(() -> simulator.orders().pay(number))
                .withMessageContaining("TIME_OVER");
        assertThat(close(number).send().statusCode()).isEqualTo(204);
        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("CLOSED");
    }

    /** The gateway moves an end that is too early or too late. */
    @ParameterizedTest
    @CsvSource({"PT-1H, PT59S, PT2S", "PT30M, PT29M59S, PT2S", "P20D, P14DT23H, PT2H", "'', P6DT23H, PT2H"})
    void movesEndOfOrder(String expires, Duration before, Duration step) throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (Simulator moved = Simulators.bundledBuilder()
                .rememberOrders()
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .start()) {
            V3Client there = new V3Client(moved);
            String order = expires.isEmpty()
                    ? order("ORDER-1", 100)
                    : order("ORDER-1", 100)
                            .replace(
                                    "{\"appid",
                                    "{\"time_expire\":\"" + BeijingTime.v3(now.plus(Duration.parse(expires)))
                                            + "\",\"appid");
            there.post(HOME + "/native", order).send();
            there.post(HOME + "/native", order.replace("ORDER-1", "ORDER-2")).send();

            moved.advance(before);
            // With a new prepay id.
            there.post(HOME + "/native", order).send();
            moved.orders().pay("ORDER-1");
            moved.advance(step);

            assertThat(moved.orders().state("ORDER-2")).isEqualTo("NOTPAY");
            assertThatIllegalStateException()
                    .isThrownBy(() -> moved.orders().pay("ORDER-2"))
                    .withMessageContaining("TIME_OVER");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567",
                "./PayNotify.aspx",
                "ftp://shop.example/notify",
                "https://shop.example/notify?order=1",
                "https://shop.example/notify#1",
                " https://shop.example/notify",
                "https://"
            })
    void rejectsNotifyUrlThatGatewayRejects(String url) throws Exception {
        String order = order(number(), 100).replace("http://localhost:1/none", url);

        for (String path : List.of(HOME + "/native", "/v3/pay/partner/transactions/jsapi")) {
            assertRefusedField(client.post(path, order), "/notify_url");
        }
    }

    @Test
    void acceptsNotifyUrlOfThisMachine() throws Exception {
        for (String url :
                List.of("http://localhost:8080", "https://shop.localhost/a%20b", "http://127.0.0.1:80/notify")) {
            String order = order(number(), 100).replace("http://localhost:1/none", url);
            assertThat(client.post(HOME + "/native", order).send().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void rejectsCurrencyOtherThanCny() throws Exception {
        String number = paid(100);

        assertRefusedField(
                client.post(HOME + "/native", order(number(), 100).replace("CNY", "USD")), "/amount/currency");
        assertRefusedField(
                client.post(REFUNDS, refund(number, "R" + number, 1, 100).replace("CNY", "USD")), "/amount/currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"280061098828009406", "160061098828009406", "13006109882800940", "13006109882800940A"})
    void rejectsCodeThatIsNotOfWeChatPay(String code) throws Exception {
        String number = number();
        String order = order(number, 100).replace("130061098828009406", code);

        assertRefused(client.post(HOME + "/codepay", order), 400, "PARAM_ERROR");
        assertThat(query(number).statusCode()).isEqualTo(404);
    }

    @Test
    void endsTimeOfOrderWhenTimeIsMoved() throws Exception {
        String number = number();
        String end = BeijingTime.v3(Instant.now().plus(Duration.ofMinutes(30)));
        String order = order(number, 100).replace("{\"appid", "{\"time_expire\":\"" + end + "\",\"appid");
        try (Simulator moved = Simulators.bundledBuilder().rememberOrders().start()) {
            V3Client there = new V3Client(moved);
            there.post(HOME + "/native", order).send();
            assertThat(moved.orders().state(number)).isEqualTo("NOTPAY");

            moved.advance(Duration.ofHours(1));

            assertThatIllegalStateException()
                    .isThrownBy(() -> moved.orders().pay(number))
                    .withMessageContaining("TIME_OVER");
            // The time of signatures has not moved.
            assertThat(there.get(HOME + "/out-trade-no/" + number + "?mchid=" + Client.MCHID)
                            .send()
                            .statusCode())
                    .isEqualTo(200);
            assertThatIllegalArgumentException().isThrownBy(() -> moved.advance(Duration.ofHours(-1)));
        }
    }

    @Test
    void listsOrdersAndRefunds() throws Exception {
        try (Simulator fresh = Simulators.bundledBuilder().rememberOrders().start()) {
            V3Client there = new V3Client(fresh);
            there.post(HOME + "/native", order("ORDER-A", 100)).send();
            there.post(HOME + "/jsapi", order("ORDER-B", 200)).send();
            String transaction = fresh.orders().pay("ORDER-B");
            there.post(REFUNDS, refund("ORDER-B", "REFUND", 50, 200)).send();

            assertThat(fresh.orders().list())
                    .extracting(OrderSnapshot::outTradeNo, OrderSnapshot::state, OrderSnapshot::total)
                    .containsExactly(tuple("ORDER-A", "NOTPAY", 100L), tuple("ORDER-B", "REFUND", 200L));
            assertThat(fresh.orders().list().get(1).transactionId()).contains(transaction);
            assertThat(fresh.orders().list().get(0).request()).containsEntry("attach", "自定义");
            assertThat(fresh.orders().listRefunds())
                    .extracting(RefundSnapshot::outRefundNo, RefundSnapshot::outTradeNo, RefundSnapshot::amount)
                    .containsExactly(tuple("REFUND", "ORDER-B", 50L));
            assertThat(fresh.orders().list().get(0)).hasToString("ORDER-A NOTPAY 100 CNY");
        }
    }

    @Test
    void paysByCodeAtOnce() throws Exception {
        String number = number();
        JsonNode paid = client.post(HOME + "/codepay", order(number, 100)).read();

        assertThat(paid.get("trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(paid.get("trade_type").asString()).isEqualTo("MICROPAY");
        assertThat(paid.at("/amount/payer_total").asInt()).isEqualTo(100);

        JsonNode reversed = client.post(
                        HOME + "/out-trade-no/" + number + "/reverse",
                        "{\"appid\":\"wxd678efh567hg6787\",\"mchid\":\"" + Client.MCHID + "\"}")
                .read();

        assertThat(reversed.get("out_trade_no").asString()).isEqualTo(number);
        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("REVOKED");
    }

    @Test
    void waitsForPasswordOfPaymentByCode() throws Exception {
        try (Simulator asking = Simulators.bundledBuilder().rememberOrders().start()) {
            asking.orders().askForPassword();
            JsonNode waiting = new V3Client(asking)
                    .post(HOME + "/codepay", order("ORDER-1", 100))
                    .read();

            assertThat(waiting.get("trade_state").asString()).isEqualTo("USERPAYING");
            assertThat(waiting.has("transaction_id")).isFalse();
            asking.orders().failPayment("ORDER-1");
            assertThat(asking.orders().state("ORDER-1")).isEqualTo("PAYERROR");
        }
    }

    @Test
    void orderOfServiceProviderHasSubMerchant() throws Exception {
        String number = number();
        String home = "/v3/pay/partner/transactions";
        client.post(home + "/jsapi", order(number, 100)).send();
        simulator.orders().pay(number);

        String query = home + "/out-trade-no/" + number + "?sp_mchid=" + Client.MCHID + "&sub_mchid=";
        JsonNode order = client.get(query + "1900000109").read();

        assertThat(order.get("trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(order.get("sub_mchid").asString()).isEqualTo("1900000109");
        assertThat(order.get("payer").toString())
                .isEqualTo("{\"sp_openid\":\"openid-of-payer\",\"sub_openid\":\"openid-at-sub\"}");
        assertRefused(client.get(query + "1900000110"), 404, "ORDER_NOT_EXIST");
    }

    @Test
    void refundSucceedsAtOnce() throws Exception {
        String number = paid(100);
        JsonNode refund =
                client.post(REFUNDS, refund(number, "R" + number, 40, 100)).read();

        assertThat(refund.get("status").asString()).isEqualTo("PROCESSING");
        assertThat(refund.get("out_trade_no").asString()).isEqualTo(number);
        assertThat(refund.get("amount").toString())
                .isEqualTo(
                        "{\"total\":100,\"refund\":40,\"payer_total\":100,\"payer_refund\":40,"
                                + "\"settlement_refund\":40,\"settlement_total\":100,\"discount_refund\":0,\"currency\":\"CNY\"}");
        assertThat(refund.has("success_time")).isFalse();

        JsonNode found = client.get(REFUNDS + "/R" + number).read();

        assertThat(found.get("status").asString()).isEqualTo("SUCCESS");
        assertThat(found.has("success_time")).isTrue();
        assertThat(found.get("refund_id")).isEqualTo(refund.get("refund_id"));
        assertThat(V3Client.json(query(number)).get("trade_state").asString()).isEqualTo("REFUND");
    }

    @Test
    void rejectsRefundOfMoreThanWasPaid() throws Exception {
        String number = paid(100);
        client.post(REFUNDS, refund(number, "A" + number, 60, 100)).send();

        assertRefused(client.post(REFUNDS, refund(number, "B" + number, 41, 100)), 400, "INVALID_REQUEST");
        assertThat(client.post(REFUNDS, refund(number, "B" + number, 40, 100))
                        .send()
                        .statusCode())
                .isEqualTo(200);
        assertRefused(client.post(REFUNDS, refund(number, "C" + number, 1, 100)), 400, "INVALID_REQUEST");
    }

    @Test
    void equalRefundsAreOneRefund() throws Exception {
        String number = paid(100);
        JsonNode first =
                client.post(REFUNDS, refund(number, "R" + number, 60, 100)).read();
        JsonNode again =
                client.post(REFUNDS, refund(number, "R" + number, 60, 100)).read();

        assertThat(again.get("refund_id")).isEqualTo(first.get("refund_id"));
        assertThat(again.get("status").asString()).isEqualTo("SUCCESS");
        assertRefused(client.post(REFUNDS, refund(number, "R" + number, 59, 100)), 400, "INVALID_REQUEST");
        assertRefused(client.post(REFUNDS, refund(paid(100), "R" + number, 60, 100)), 400, "INVALID_REQUEST");
    }

    @Test
    void rejectsRefundOfUnpaidOrder() throws Exception {
        String number = number();
        client.post(HOME + "/native", order(number, 100)).send();

        assertRefused(client.post(REFUNDS, refund(number, "R" + number, 100, 100)), 400, "INVALID_REQUEST");
        assertRefused(client.post(REFUNDS, refund("none", "R" + number, 100, 100)), 404, "RESOURCE_NOT_EXISTS");
        assertRefused(client.post(REFUNDS, refund(paid(100), "R" + number, 50, 101)), 400, "INVALID_REQUEST");
        assertRefused(client.post(REFUNDS, refund(paid(100), "R" + number, 0, 100)), 400, "PARAM_ERROR");
        assertRefused(client.get(REFUNDS + "/R" + number), 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void heldRefundWaitsForBank() throws Exception {
        try (Simulator slow = Simulators.bundledBuilder().rememberOrders().start()) {
            slow.orders().holdRefunds();
            V3Client there = new V3Client(slow);
            there.post(HOME + "/native", order("ORDER-1", 100)).send();
            slow.orders().pay("ORDER-1");
            there.post(REFUNDS, refund("ORDER-1", "R1", 100, 100)).send();
            assertThat(slow.orders().refundState("R1")).isEqualTo("PROCESSING");

            slow.orders().closeRefund("R1");
            assertThat(there.get(REFUNDS + "/R1").read().get("status").asString())
                    .isEqualTo("CLOSED");
            there.post(REFUNDS, refund("ORDER-1", "R2", 100, 100)).send();
            slow.orders().failRefund("R2");
            assertThat(slow.orders().refundState("R2")).isEqualTo("ABNORMAL");
            assertThatIllegalStateException().isThrownBy(() -> slow.orders().settleRefund("R2"));
            assertRefused(there, there.post(REFUNDS, refund("ORDER-1", "R3", 100, 100)), 400, "INVALID_REQUEST");

            JsonNode abnormal = there.get(REFUNDS + "/R2").read();
            V3Client.Request elsewhere = there.post(
                    REFUNDS + "/" + abnormal.get("refund_id").asString() + "/apply-abnormal-refund",
                    "{\"out_refund_no\":\"R2\",\"type\":\"MERCHANT_BANK_CARD\"}");
            assertThat(elsewhere.read().get("status").asString()).isEqualTo("PROCESSING");
            slow.orders().settleRefund("R2");
            assertThat(slow.orders().refundState("R2")).isEqualTo("SUCCESS");
        }
    }

    @Test
    void acceptsOneOfConcurrentRefunds() throws Exception {
        String number = paid(100);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> refunds = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> client.post(REFUNDS, refund(number, i + "R" + number, 60, 100))
                                    .send()
                                    .statusCode())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(refunds)) {
                answers.add(answer.get());
            }

            assertThat(answers).containsOnlyOnce(200).contains(400).hasSize(8);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void performsOperationWhoseResponseIsLost() throws Exception {
        try (Simulator lossy = Simulators.bundledBuilder().rememberOrders().start()) {
            V3Client there = new V3Client(lossy);
            lossy.next(HOME + "/native", V3Behavior.error(500, "SYSTEM_ERROR", "系统错误"));
            assertRefused(there, there.post(HOME + "/native", order("ORDER-1", 100)), 500, "SYSTEM_ERROR");
            assertThatIllegalStateException().isThrownBy(() -> lossy.orders().state("ORDER-1"));

            lossy.next(HOME + "/native", Behavior.dropAfterRequest());
            assertThatThrownBy(() ->
                            there.post(HOME + "/native", order("ORDER-1", 100)).send())
                    .isInstanceOf(IOException.class);
            assertThat(lossy.orders().state("ORDER-1")).isEqualTo("NOTPAY");

            lossy.next(HOME + "/out-trade-no/ORDER-1", V3Behavior.with("trade_state", "\"USERPAYING\""));
            assertThat(there.get(HOME + "/out-trade-no/ORDER-1?mchid=" + Client.MCHID)
                            .read()
                            .get("trade_state")
                            .asString())
                    .isEqualTo("USERPAYING");
        }
    }

    @Test
    void twinSharesOrders() throws Exception {
        String number = number();
        client.post(HOME + "/native", order(number, 100)).send();
        Simulator twin = Simulators.bundledBuilder().twinOf(simulator).start();
        try (twin) {
            client.get(HOME + "/out-trade-no/" + number + "?mchid=" + Client.MCHID)
                    .sendTo(twin.baseUri());
            assertThat(twin.calls().get(0).responseFields()).containsEntry("trade_state", "NOTPAY");
            twin.orders().pay(number);
        }

        assertThat(simulator.orders().state(number)).isEqualTo("SUCCESS");
        try (Receiver receiver = new Receiver()) {
            // It is not the twin's to end.
            simulator.notifications().send(receiver.url(), Notice.v3("REFUND.SUCCESS"));
            assertThat(receiver.next().json().has("id")).isTrue();
        }
    }

    @Test
    void echoesRequestUnlessRemembering() throws Exception {
        try (Simulator forgetful = Simulators.bundled()) {
            JsonNode order = new V3Client(forgetful)
                    .get(HOME + "/out-trade-no/none?mchid=" + Client.MCHID)
                    .read();

            assertThat(order.get("out_trade_no").asString()).isEqualTo("none");
            assertThatIllegalStateException().isThrownBy(forgetful::orders);
        }
    }

    private String paid(int total) throws Exception {
        String number = number();
        client.post(HOME + "/native", order(number, total)).send();
        simulator.orders().pay(number);
        return number;
    }

    private V3Client.Request close(String number) {
        return client.post(HOME + "/out-trade-no/" + number + "/close", "{\"mchid\":\"" + Client.MCHID + "\"}");
    }

    private HttpResponse<byte[]> query(String number) throws Exception {
        return client.get(HOME + "/out-trade-no/" + number + "?mchid=" + Client.MCHID)
                .send();
    }

    private static void assertRefusedField(V3Client.Request request, String field) throws Exception {
        HttpResponse<byte[]> answer = request.send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(answer).get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(V3Client.json(answer).at("/detail/field").asString()).isEqualTo(field);
    }

    private void assertRefused(V3Client.Request request, int status, String code) throws Exception {
        assertRefused(client, request, status, code);
    }

    private static void assertRefused(V3Client client, V3Client.Request request, int status, String code)
            throws Exception {
        HttpResponse<byte[]> answer = request.send();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(V3Client.json(answer).get("code").asString()).isEqualTo(code);
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    /** Has what any of the ways to pay wants; what one does not know it ignores. */
    public static String order(String number, int total) {
        return "{\"appid\":\"wxd678efh567hg6787\",\"mchid\":\"" + Client.MCHID
                + "\",\"sp_appid\":\"wx8888888888888888\","
                + "\"sp_mchid\":\"" + Client.MCHID + "\",\"sub_mchid\":\"1900000109\",\"description\":\"Image形象店\","
                + "\"attach\":\"自定义\",\"out_trade_no\":\"" + number + "\",\"notify_url\":\"http://localhost:1/none\","
                + "\"limit_pay\":[\"no_credit\"],\"amount\":{\"total\":" + total + ",\"currency\":\"CNY\"},"
                + "\"payer\":{\"openid\":\"openid-of-payer\",\"sp_openid\":\"openid-of-payer\","
                + "\"sub_openid\":\"openid-at-sub\","
                + "\"auth_code\":\"130061098828009406\"},"
                + "\"scene_info\":{\"payer_client_ip\":\"127.0.0.1\",\"store_info\":{\"id\":\"1\",\"out_id\":\"1\"},"
                + "\"h5_info\":{\"type\":\"Wap\"}}}";
    }

    public static String refund(String number, String refundNumber, int amount, int total) {
        return "{\"out_trade_no\":\"" + number + "\",\"out_refund_no\":\"" + refundNumber + "\",\"reason\":\"退货\","
                + "\"amount\":{\"refund\":" + amount + ",\"total\":" + total + ",\"currency\":\"CNY\"}}";
    }

    public static String number() {
        byte[] bytes = new byte[12];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
