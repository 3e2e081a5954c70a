package io.github.wxpaycodegen.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The control API as its users see it. Each test has a merchant of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlApiTest {
    private static final List<String> MERCHANTS = List.of(
            "1900000001",
            "1900000002",
            "1900000003",
            "1900000004",
            "1900000005",
            "1900000006",
            "1900000007",
            "1900000008",
            "1900000009",
            "1900000010");

    private Path keys;
    private SimulatorApp app;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        keys = directory;
        String[] options = MERCHANTS.stream()
                .flatMap(merchant -> List.of("--merchant", merchant).stream())
                .toArray(String[]::new);
        app = Apps.start(directory, options);
    }

    @AfterAll
    void close() {
        app.close();
    }

    @Test
    void paysFailsAndExpiresOrders() throws Exception {
        Orders orders = orders("1900000001");
        orders.create("PAID-1");
        orders.create("FAILED-1");
        orders.create("EXPIRED-1");

        assertThat(orders.act("PAID-1", "pay").at("/state").asString()).isEqualTo("SUCCESS");
        assertThat(orders.act("FAILED-1", "fail-payment").at("/state").asString())
                .isEqualTo("PAYERROR");
        assertThat(orders.act("EXPIRED-1", "expire").at("/state").asString()).isEqualTo("NOTPAY");

        JsonNode list = Apps.get(app, orders.path("orders"));
        assertThat(list).hasSize(3);
        JsonNode paid = Apps.get(app, orders.path("orders/PAID-1"));
        assertThat(paid.at("/order/total").asInt()).isEqualTo(100);
        assertThat(paid.at("/order/transactionId").asString()).startsWith("42");
        assertThat(paid.at("/request/description").asString()).isEqualTo("a book");
    }

    @Test
    void suggestsPathsNotToBeUsedLast() throws Exception {
        List<String> paths = Apps.get(app, "/api/fault-options")
                .at("/paths")
                .valueStream()
                .map(JsonNode::asString)
                .toList();

        assertThat(paths.indexOf("/v3/transfer/batches")).isGreaterThan(paths.indexOf("/v3/webizpay/avail-mch-ranges"));
    }

    @Test
    void rejectsActionThatStateDoesNotAllow() throws Exception {
        Orders orders = orders("1900000002");
        orders.create("ORDER-1");
        orders.act("ORDER-1", "pay");

        assertThat(Apps.rejected(app, "POST", orders.path("orders/ORDER-1/pay"), "{}", 409))
                .contains("ORDER-1", "PAID");
        assertThat(Apps.rejected(app, "POST", orders.path("orders/NONE-1/pay"), "", 404))
                .isEqualTo("there is no order NONE-1");
        assertThat(Apps.rejected(app, "POST", "/api/merchants/1/orders/A/pay", "", 404))
                .startsWith("there is no merchant 1: there are [1900000001, ");
        assertThat(Apps.rejected(app, "PUT", orders.path("orders/ORDER-1/pay"), "", 405))
                .contains("allows [POST]");
        assertThat(Apps.rejected(app, "POST", "/api/nothing", "", 404)).contains("/openapi.json");
        assertThat(Apps.rejected(app, "POST", orders.path("orders/ORDER-1/pay"), "{", 400))
                .startsWith("the body must be a JSON object: ");
    }

    @Test
    void payerComplainsAndWithdraws() throws Exception {
        Orders orders = orders("1900000008");
        orders.create("ORDER-1");
        assertThat(Apps.rejected(
                        app,
                        "POST",
                        orders.path("complaints"),
                        "{\"outTradeNo\": \"ORDER-1\", \"text\": \"no tea\"}",
                        409))
                .contains("NOT_PAID");
        orders.act("ORDER-1", "pay");

        JsonNode filed = Apps.change(
                app,
                "POST",
                orders.path("complaints"),
                "{\"outTradeNo\": \"ORDER-1\", \"text\": \"no tea\", \"refundAmount\": 40}");

        assertThat(filed.at("/product").asString()).isEqualTo("complaints");
        assertThat(filed.at("/state").asString()).isEqualTo("PENDING");
        assertThat(filed.at("/amount").asInt()).isEqualTo(40);
        assertThat(filed.at("/actions").valueStream().map(action -> action.get("name")
                        .asString()))
                .containsExactly("reply", "revoke");
        assertThat(filed.at("/actions/0/inputs/0").asString()).isEqualTo("text");
        String path = orders.path("complaints/" + filed.at("/number").asString());
        assertThat(Apps.rejected(app, "POST", path + "/reply", "{}", 400)).contains("text");
        Apps.change(app, "POST", path + "/reply", "{\"text\": \"when?\"}");
        assertThat(Apps.rejected(app, "POST", path + "/continue", "{\"text\": \"again\"}", 409))
                .contains("COMPLAINT_STATE");
        JsonNode revoked = Apps.change(app, "POST", path + "/revoke", "{}");
        assertThat(revoked.at("/state").asString()).isEqualTo("PROCESSED");
        assertThat(revoked.at("/actions").valueStream().map(action -> action.get("name")
                        .asString()))
                .containsExactly("continue");
        assertThat(Apps.rejected(app, "POST", orders.path("complaints/1/revoke"), "{}", 404))
                .isEqualTo("there is no 1 in complaints");
        assertThat(Apps.rejected(app, "POST", orders.path("payscore/P1/confirm"), "{}", 404))
                .isEqualTo("there is no P1 in payscore");
        assertThat(Apps.rejected(app, "POST", orders.path("red-packets/R1/receive"), "{}", 404))
                .isEqualTo("there is no R1 in red-packets");
        assertThat(Apps.get(app, orders.path("products"))).hasSize(1);
        assertThat(Apps.get(app, orders.path("state")).at("/products/0/title").asString())
                .isEqualTo("no tea");
    }

    @Test
    void userTakesMerchantCoupons() throws Exception {
        Orders orders = orders("1900000009");
        String stock = orders.couponStock("S1", "WECHATPAY_MODE");
        String path = orders.path("merchant-coupons");
        String request = "{\"stockId\": \"%s\", \"openid\": \"user\"}";

        JsonNode taken = Apps.change(app, "POST", path, request.formatted(stock));

        assertThat(taken.at("/product").asString()).isEqualTo("merchant-coupons");
        assertThat(taken.at("/number").asString()).startsWith(stock + ":");
        assertThat(taken.at("/state").asString()).isEqualTo("SENDED");
        assertThat(taken.at("/amount").asInt()).isEqualTo(50);
        assertThat(taken.at("/actions/0/name").asString()).isEqualTo("expire");
        assertThat(Apps.rejected(app, "POST", path, request.formatted("1"), 409))
                .contains("NO_STOCK");
        assertThat(Apps.rejected(app, "POST", path, "{\"stockId\": \"1\"}", 400))
                .contains("openid");
    }

    /** The codes of a merchant are unique within a stock only. */
    @Test
    void expiresOneOfTwoMerchantCouponsWithSameCode() throws Exception {
        Orders orders = orders("1900000010");
        String first = orders.couponStock("S1", "MERCHANT_API");
        String second = orders.couponStock("S2", "MERCHANT_API");
        orders.sendCoupon(first, "C1", "TEA-1");
        orders.sendCoupon(second, "C2", "TEA-1");

        String path = orders.path("merchant-coupons/" + second + ":TEA-1/expire");
        JsonNode expired = Apps.change(app, "POST", path, "{}");

        assertThat(expired.at("/number").asString()).isEqualTo(second + ":TEA-1");
        assertThat(expired.at("/state").asString()).isEqualTo("EXPIRED");
        assertThat(Apps.get(app, orders.path("products"))
                        .valueStream()
                        .map(each -> each.at("/number").asString() + " "
                                + each.at("/state").asString()))
                .containsExactlyInAnyOrder(first + ":TEA-1 SENDED", second + ":TEA-1 EXPIRED");
        assertThat(Apps.rejected(app, "POST", path, "{}", 409)).contains("BUSIFAVOR_COUPON_STATE");
        assertThat(Apps.rejected(app, "POST", orders.path("merchant-coupons/TEA-1/expire"), "{}", 404))
                .isEqualTo("there is no TEA-1 in merchant-coupons");
    }

    @Test
    void settlesHeldRefunds() throws Exception {
        Orders orders = orders("1900000003");
        orders.create("ORDER-1");
        orders.act("ORDER-1", "pay");
        Apps.change(app, "POST", orders.path("hold-refunds"), "{}");
        orders.refund("ORDER-1", "REFUND-1");
        orders.refund("ORDER-1", "REFUND-2");
        orders.refund("ORDER-1", "REFUND-3");

        assertThat(Apps.change(app, "POST", orders.path("refunds/REFUND-1/settle"), "")
                        .at("/state")
                        .asString())
                .isEqualTo("SUCCESS");
        assertThat(Apps.change(app, "POST", orders.path("refunds/REFUND-2/close"), "")
                        .at("/state")
                        .asString())
                .isEqualTo("CLOSED");
        assertThat(Apps.change(app, "POST", orders.path("refunds/REFUND-3/fail"), "")
                        .at("/state")
                        .asString())
                .isEqualTo("ABNORMAL");
        assertThat(Apps.get(app, orders.path("refunds"))).hasSize(3);
        assertThat(Apps.rejected(app, "POST", orders.path("refunds/REFUND-1/close"), "", 409))
                .contains("REFUND-1");
        assertThat(Apps.rejected(app, "POST", orders.path("refunds/NONE/close"), "", 404))
                .contains("NONE");
    }

    @Test
    void sendsNotificationsAndListsAttempts() throws Exception {
        String path = "/api/merchants/1900000004/notifications";
        try (Receiver shop = new Receiver()) {
            JsonNode sent = Apps.change(app, "POST", path, """
                    {"url": "%s", "type": "TRANSACTION.SUCCESS", "fields": {"out_trade_no": "N-1", "amount.total": 5}}
                    """.formatted(shop.url()));
            assertThat(shop.await().body()).contains(sent.at("/id").asString());

            JsonNode attempt = attempt(path);
            assertThat(attempt.at("/accepted").asBoolean()).isTrue();
            assertThat(attempt.at("/status").asInt()).isEqualTo(204);
            JsonNode detail = Apps.get(app, path + "/" + sent.at("/id").asString() + "/1");
            assertThat(detail.at("/fields/out_trade_no").asString()).isEqualTo("N-1");
            assertThat(detail.at("/fields/amount.total").asString()).isEqualTo("5");
        }
        assertThat(Apps.rejected(
                        app, "POST", path, "{\"url\": \"http://shop.example/\", \"type\": \"REFUND.SUCCESS\"}", 400))
                .contains("--notify-host shop.example")
                .doesNotContain("SimulatorBuilder");
        assertThat(Apps.rejected(
                        app, "POST", path, "{\"url\": \"ftp://localhost/\", \"type\": \"REFUND.SUCCESS\"}", 400))
                .isEqualTo("url must be a URL of http or https (was ftp://localhost/)");
        assertThat(Apps.rejected(app, "POST", path, "{\"url\": \"http://localhost/\", \"type\": \"NONE\"}", 400))
                .contains("NONE");
        String misspelled =
                "{\"url\": \"http://localhost\", \"type\": \"REFUND.SUCCESS\", \"fields\": {\"out_trade_noo\": \"1\"}}";
        assertThat(Apps.rejected(app, "POST", path, misspelled, 400))
                .isEqualTo("the notification REFUND.SUCCESS has no field out_trade_noo: did you mean out_trade_no?");
        assertThat(Apps.rejected(
                        app,
                        "POST",
                        path,
                        "{\"url\": \"http://localhost/\", \"type\": \"REFUND.SUCCESS\", \"fault\": \"LATE\"}",
                        400))
                .startsWith("fault must be one of [BAD_SIGNATURE, ");
    }

    /** Waits, because an attempt is listed when it has ended, which the receiver does not see. */
    private JsonNode attempt(String path) throws Exception {
        app.simulators().get(3).notifications().await(each -> true, Duration.ofMinutes(2));
        return Apps.get(app, path).get(0);
    }

    @Test
    void programsFaultsAndListsCalls() throws Exception {
        Orders orders = orders("1900000005");
        String faults = orders.path("faults");
        Apps.change(app, "POST", faults, """
                {"path": "/v3/pay/transactions/native", "behavior": "error", "status": 429, "code": "FREQUENCY_LIMITED",
                 "message": "slowly"}
                """);
        JsonNode waiting = Apps.change(
                app, "POST", faults, "{\"path\": \"/v3/pay/transactions/native\", \"behavior\": \"badSignature\"}");
        assertThat(waiting).hasSize(2);
        assertThat(waiting.at("/0/parameters/status").asString()).isEqualTo("429");

        assertThat(orders.attempt("ORDER-1")).contains("FREQUENCY_LIMITED");

        assertThat(Apps.get(app, faults)).hasSize(1);
        assertThat(Apps.get(app, faults).at("/0/behavior").asString()).isEqualTo("badSignature");
        JsonNode call = Apps.get(app, orders.path("calls")).get(0);
        assertThat(call.at("/status").asInt()).isEqualTo(429);
        assertThat(call.at("/accepted").asBoolean()).isTrue();
        assertThat(call.at("/error").asString()).isEqualTo("FREQUENCY_LIMITED: slowly");
        JsonNode detail =
                Apps.get(app, orders.path("calls/" + call.at("/number").asLong()));
        assertThat(detail.at("/fields/out_trade_no").asString()).isEqualTo("ORDER-1");
        assertThat(detail.at("/headers/authorization/0").asString()).startsWith("WECHATPAY2-SHA256-RSA2048");
        assertThat(Apps.rejected(app, "POST", faults, "{\"path\": \"/v3/none\", \"behavior\": \"badSignature\"}", 400))
                .contains("no spec describes the path /v3/none");
        assertThat(Apps.rejected(app, "POST", faults, "{\"path\": \"\", \"behavior\": \"badSignature\"}", 400))
                .startsWith("path must begin with a slash");
    }

    @Test
    void rejectsFaultOfFieldThatCannotExist() throws Exception {
        String faults = orders("1900000005").path("faults");
        String template = "{\"path\": \"/v3/pay/transactions/native\", \"behavior\": \"withJson\", \"field\": \"%s\","
                + " \"json\": \"1\"}";

        assertThat(Apps.rejected(app, "POST", faults, String.format(template, "a["), 400))
                .startsWith("'a[' is not the path of a field");
        assertThat(Apps.rejected(app, "POST", faults, String.format(template, "amount.total"), 400))
                .isEqualTo("withJson sets amount.total, but the response of /v3/pay/transactions/native has no object"
                        + " amount: check the path of the field, or use respond");
    }

    @Test
    void rejectsFaultOfTheOtherProtocol() throws Exception {
        String faults = orders("1900000005").path("faults");

        assertThat(Apps.rejected(app, "POST", faults, """
                {"path": "/v3/refund/domestic/refunds", "behavior": "businessError", "code": "NOTENOUGH", "description": "余额不足"}
                """, 400))
                .isEqualTo("businessError is for v2, but /v3/refund/domestic/refunds is a path of v3: use error");
        assertThat(Apps.rejected(
                        app, "POST", faults, "{\"path\": \"/pay/unifiedorder\", \"behavior\": \"unknownSerial\"}", 400))
                .isEqualTo("unknownSerial is for v3, but /pay/unifiedorder is a path of v2: use badSignature");
        assertThat(Apps.rejected(app, "POST", faults, """
                {"path": "/v3/pay/transactions/out-trade-no/A1/close", "behavior": "withJson", "field": "a", "json": "1"}
                """, 400))
                .startsWith("withJson changes a field, but the response of ");
    }

    @Test
    void rejectsNumberThatNoTypeHolds() throws Exception {
        String faults = orders("1900000006").path("faults");

        for (String number : List.of("3000000000", "99999999999999999999", "200.5")) {
            String fault = "{\"path\": \"/v3/pay/transactions/native\", \"behavior\": \"error\", \"status\": " + number
                    + ", \"code\": \"A\", \"message\": \"b\"}";
            assertThat(Apps.rejected(app, "POST", faults, fault, 400))
                    .isEqualTo("status must be a whole number from 200 to 599 (was " + number + ")");
        }
    }

    @Test
    void callThatIsRefusedHasReason() throws Exception {
        Orders orders = orders("1900000006");

        assertThat(orders.attempt("NO SPACE")).contains("PARAM_ERROR");

        JsonNode call = Apps.get(app, orders.path("calls")).get(0);
        assertThat(call.get("accepted").asBoolean()).isFalse();
        assertThat(call.at("/refusal").asString()).contains("out_trade_no");
    }

    @Test
    void stateIsSentOnlyIfItChanged() throws Exception {
        URI uri = app.controlUri().resolve("/api/merchants/1900000007/state");
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> first =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = http.send(
                HttpRequest.newBuilder(uri).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void movesTimeAndResets(@TempDir Path directory) throws Exception {
        try (SimulatorApp own = Apps.start(directory)) {
            Orders orders = new Orders(own, directory, Apps.MCHID);
            orders.create("ORDER-1");
            JsonNode clock = Apps.change(own, "POST", "/api/clock/advance", "{\"by\": \"PT2H\"}");
            assertThat(clock.at("/aheadSeconds").asLong()).isBetween(7_199L, 7_201L);
            // The time of signatures does not move, so that clients still work.
            orders.create("ORDER-2");
            assertThat(Apps.rejected(own, "POST", "/api/clock/advance", "{\"by\": \"2h\"}", 400))
                    .isEqualTo("by must be an ISO 8601 duration, such as PT2H or P1D (was 2h)");
            assertThat(Apps.rejected(own, "POST", "/api/clock/advance", "{\"by\": \"-PT2H\"}", 400))
                    .startsWith("by: time can only be moved forward");

            JsonNode after = Apps.change(own, "POST", "/api/reset", "{}");

            assertThat(after.get("clock").get("aheadSeconds").asLong()).isZero();
            assertThat(Apps.get(own, orders.path("orders"))).isEmpty();
            assertThat(Apps.get(own, orders.path("calls"))).isEmpty();
        }
    }

    @Test
    void ordersHaveNoStateIfNotRemembered(@TempDir Path directory) throws Exception {
        try (SimulatorApp own = Apps.start(directory, "--remember-orders", "no")) {
            assertThat(Apps.rejected(own, "POST", "/api/merchants/1230000109/orders/A/pay", "", 409))
                    .contains("--remember-orders no");
            assertThat(Apps.get(own, "/api/merchants/1230000109/state").at("/orders"))
                    .isEmpty();
        }
    }

    @Test
    void foreignPagesCannotControl() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI uri = app.controlUri().resolve("/api/reset");

        HttpResponse<String> form = http.send(
                HttpRequest.newBuilder(uri)
                        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "http://evil.example")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> preflight = http.send(
                HttpRequest.newBuilder(uri)
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", "http://evil.example")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(preflight.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(form.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe"));
    }

    private Orders orders(String merchant) {
        return new Orders(app, keys, merchant);
    }
}
