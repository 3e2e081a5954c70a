package io.github.wxpaycodegen.samples.shop;

import static io.github.wxpaycodegen.junit.assertj.WxPayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.junit.WxPayTest;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop over HTTP: orders, payments, refunds, and requests that it rejects. */
@WxPayTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"shop.desk=true", "shop.settle-interval=1h"})
class ShopTest {
    private static final String NATIVE = "/v3/pay/transactions/native";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String number = UUID.randomUUID().toString().replace("-", "");

    @LocalServerPort
    private int port;

    @Autowired
    private Orders orders;

    @Autowired
    private Checkout checkout;

    @Test
    void placesOneOrderForRepeatedRequests(Simulator gateway) throws Exception {
        assertThat(send("PUT", "").statusCode()).isEqualTo(200);
        assertThat(json(send("PUT", "")).path("state").asString()).isEqualTo("AWAITING_PAYMENT");

        assertThat(gateway)
                .received("/v3/pay/transactions/native")
                .withField("out_trade_no", number)
                .withField("amount.total", 8800)
                .times(1);
    }

    /** The gateway refuses a number that it knows with other content. */
    @Test
    void repeatsOrderWhoseResponseIsLost(Simulator gateway) throws Exception {
        Instant created = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        orders.add(Order.placed(number, Product.FEN, created));
        for (int i = 0; i < 3; i++) {
            gateway.next(NATIVE, Behavior.dropAfterRequest());
        }
        assertThat(send("PUT", "").statusCode()).isEqualTo(502);
        assertThat(send("GET", "/qr.svg").statusCode()).isEqualTo(404);

        assertThat(send("PUT", "").statusCode()).isEqualTo(200);

        assertThat(gateway)
                .received(NATIVE)
                .withField("out_trade_no", number)
                .withField(
                        "time_expire",
                        created.plusSeconds(1800)
                                .atOffset(ZoneOffset.ofHours(8))
                                .toString())
                .times(4);
        assertThat(send("GET", "/qr.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void closesOrderThatTheGatewayNeverGot() {
        orders.add(Order.placed(number, Product.FEN, Instant.now().minusSeconds(3600)));

        checkout.settle();

        assertThat(orders.get(number).state()).isEqualTo(Order.State.CLOSED);
    }

    @Test
    void encodesLinkOfOrderAsQrCode() throws Exception {
        send("PUT", "");

        HttpResponse<String> code = send("GET", "/qr.svg");

        assertThat(code.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(code.body()).startsWith("<svg ").contains("h1v1h-1z");
    }

    @Test
    void refusesUnknownOrder() throws Exception {
        for (HttpResponse<String> response :
                List.of(send("GET", ""), send("GET", "/qr.svg"), send("GET", "/events"), send("POST", "/refund"))) {
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(json(response).path("code").asString()).isEqualTo("UNKNOWN_ORDER");
        }
    }

    @Test
    void refusesRefundOfUnpaidOrder(Simulator gateway) throws Exception {
        send("PUT", "");

        HttpResponse<String> response = send("POST", "/refund");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(json(response).path("code").asString()).isEqualTo("NOT_REFUNDABLE");
        assertThat(gateway).didNotReceive(REFUNDS);
    }

    @Test
    void refusesSecondRefund(Simulator gateway) throws Exception {
        payOrder(gateway);
        assertThat(send("POST", "/refund").statusCode()).isEqualTo(200);

        HttpResponse<String> second = send("POST", "/refund");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).path("code").asString()).isEqualTo("NOT_REFUNDABLE");
        awaitState(Order.State.REFUNDED);
        assertThat(gateway).received(REFUNDS).times(1);
    }

    @Test
    void refusesRequestThatAnotherSiteCouldSend(Simulator gateway) throws Exception {
        payOrder(gateway);

        HttpResponse<String> form = http.send(
                HttpRequest.newBuilder(uri("/refund"))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(orders.get(number).state()).isEqualTo(Order.State.PAID);
    }

    @Test
    void repeatsRefundWhoseOutcomeIsUnknown(Simulator gateway) throws Exception {
        payOrder(gateway);
        gateway.next(REFUNDS, Behavior.dropAfterRequest());
        gateway.next(REFUNDS, Behavior.dropAfterRequest());
        gateway.next(REFUNDS, Behavior.dropAfterRequest());
        assertThat(send("POST", "/refund").statusCode()).isEqualTo(200);

        checkout.settle();

        awaitState(Order.State.REFUNDED);
        assertThat(gateway.orders().listRefunds()).hasSize(1);
    }

    @Test
    void findsPaymentWhoseNotificationIsLost(Simulator gateway) throws Exception {
        send("PUT", "");
        gateway.notifications().spoilNext(NoticeFault.BAD_SIGNATURE);
        gateway.orders().pay(number);

        checkout.settle();

        assertThat(orders.get(number).state()).isEqualTo(Order.State.PAID);
    }

    @Test
    void doesNotAcceptOtherAmount() throws Exception {
        send("PUT", "");

        assertThatThrownBy(() -> checkout.paid(number, 1L, null))
                .hasMessageContaining("costs 8800 fen, but WeChat Pay reports 1");
        assertThat(orders.get(number).state()).isEqualTo(Order.State.AWAITING_PAYMENT);
    }

    @Test
    void comparesBillWithOrders(Simulator gateway, WxPay pay) throws Exception {
        payOrder(gateway);
        String other = "OTHER-" + number.substring(0, 20);
        pay.v3().pay().transactions().native_(b -> b.description("Sold elsewhere")
                .outTradeNo(other)
                .notifyUrl("http://127.0.0.1:" + port + "/wxpay/notify")
                .amount(a -> a.total(100)));
        gateway.orders().pay(other);

        JsonNode bill = json(http.send(
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + port + "/api/bills/" + LocalDate.now(ZoneId.of("Asia/Shanghai"))))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));

        assertThat(bill.get("balanced").asBoolean()).isFalse();
        assertThat(line(bill, number).path("balanced").asBoolean()).isTrue();
        assertThat(line(bill, other).path("shopFen").isNull()).isTrue();
        assertThat(line(bill, other).path("billFen").asLong()).isEqualTo(100);
    }

    private static JsonNode line(JsonNode bill, String number) {
        return bill.path("lines")
                .valueStream()
                .filter(line -> line.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void payOrder(Simulator gateway) throws Exception {
        send("PUT", "");
        gateway.orders().pay(number);
        awaitState(Order.State.PAID);
    }

    private void awaitState(Order.State state) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (orders.get(number).state() != state) {
            assertThat(System.nanoTime()).as("%s", orders.get(number)).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/orders/" + number + path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
