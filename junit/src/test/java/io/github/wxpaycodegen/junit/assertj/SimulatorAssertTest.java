package io.github.wxpaycodegen.junit.assertj;

import static io.github.wxpaycodegen.junit.assertj.WxPayAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wxpaycodegen.junit.Shop;
import io.github.wxpaycodegen.junit.WxPaySimulator;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Assertions about simulators, which tests of applications import. */
@WxPaySimulator
class SimulatorAssertTest {
    private static final URI NOWHERE = URI.create("http://localhost:1/none");
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Simulator simulator;
    private final Shop shop;

    SimulatorAssertTest(Simulator simulator, Shop shop) {
        this.simulator = simulator;
        this.shop = shop;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v3/pay/transactions/native", "POST /v3/pay/transactions/native", "/a?b=c"})
    void rejectsTextThatIsNoPath(String path) {
        for (ThrowingCallable assertion : List.<ThrowingCallable>of(
                () -> assertThat(simulator).received(path),
                () -> assertThat(simulator).received("POST", path),
                () -> assertThat(simulator).receivedOnly(path),
                () -> assertThat(simulator).didNotReceive(path))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(assertion)
                    .withMessage("path must begin with a slash, without method, host and query, such as"
                            + " /v3/pay/transactions/native (was '" + path + "')");
        }
    }

    @Test
    void rejectsWaitWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(simulator).within(Duration.ofMillis(-1)))
                .withMessage("timeout must be from 0 to 365 days (was PT-0.001S)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(simulator).within(Duration.ofSeconds(Long.MAX_VALUE)));
    }

    @Test
    void findsRequests() {
        shop.order("ORDER-1", 100, NOWHERE);
        shop.order("ORDER-2", 200, NOWHERE);
        shop.query("ORDER-1");

        assertThat(simulator)
                .received(Shop.NATIVE)
                .withField("out_trade_no", "ORDER-2")
                .withField("amount.total", 200)
                .withoutField("attach")
                .accepted()
                .respondedWith(200)
                .times(1);
        assertThat(simulator).received("POST", Shop.NATIVE).times(2);
        assertThat(simulator)
                .received("/v3/pay/transactions/out-trade-no/{out_trade_no}")
                .withField("out_trade_no", "ORDER-1")
                .withField("mchid", "1230000109");
        assertThat(simulator)
                .rejectedNothing()
                .receivedOnly(Shop.NATIVE, "/v3/pay/transactions/out-trade-no/ORDER-1")
                .didNotReceive("/v3/refund/domestic/refunds")
                .deliveredNothing()
                .hasOrder("ORDER-1", "NOTPAY");
        assertThat(assertThat(simulator)
                        .received(Shop.NATIVE)
                        .withField("out_trade_no", "ORDER-1")
                        .calls())
                .singleElement()
                .satisfies(call -> assertThat(call.fields()).containsEntry("description", "umbrella"));
    }

    @Test
    void showsOtherRequestsToPath() {
        shop.order("ORDER-1");
        shop.query("ORDER-1");

        assertFails(() -> assertThat(simulator)
                        .received(Shop.NATIVE)
                        .withField("amount.total", 100)
                        .withField("out_trade_no", "ORDER-3"))
                .isEqualTo(
                        "Expected a request to /v3/pay/transactions/native with amount.total \"100\" with out_trade_no"
                                + " \"ORDER-3\"\nbut there was 1 other:\n"
                                + "  POST /v3/pay/transactions/native, status 200, out_trade_no was \"ORDER-1\"");
        assertFails(() -> assertThat(simulator).received(Shop.NATIVE).withField("attach", "x"))
                .endsWith("status 200, without attach");
        assertFails(() -> assertThat(simulator).received(Shop.NATIVE).withoutField("description"))
                .endsWith("status 200, description was \"umbrella\"");
    }

    @Test
    void showsOtherRequests() {
        shop.order("ORDER-1");

        assertFails(() -> assertThat(simulator).received("/v3/pay/transactions/jsapi"))
                .isEqualTo("Expected a request to /v3/pay/transactions/jsapi\nbut there was 1 request:\n"
                        + "  POST /v3/pay/transactions/native, status 200");
        assertFails(() -> assertThat(simulator).received("GET", Shop.NATIVE))
                .startsWith("Expected a request GET /v3/pay/transactions/native\nbut there was 1 request:\n");
        assertFails(() -> assertThat(simulator).receivedNothing())
                .isEqualTo("Expected no request\nbut there was 1 request:\n"
                        + "  POST /v3/pay/transactions/native, status 200");
        assertFails(() -> assertThat(simulator).didNotReceive(Shop.NATIVE))
                .startsWith("Expected no request to /v3/pay/transactions/native\nbut there was 1 request:\n");
    }

    @Test
    void saysThatThereWasNone() {
        assertThat(simulator).receivedNothing().rejectedNothing();

        assertFails(() -> assertThat(simulator).received(Shop.NATIVE))
                .isEqualTo("Expected a request to /v3/pay/transactions/native\nbut there were no requests");
    }

    @Test
    void startsWithDescription() {
        assertFails(() -> assertThat(simulator).as("order of %s", "ORDER-1").received(Shop.NATIVE))
                .startsWith("[order of ORDER-1] Expected a request to");
    }

    @Test
    void countsRequests() {
        shop.order("ORDER-1");
        shop.order("ORDER-1");

        assertFails(() -> assertThat(simulator).received(Shop.NATIVE).times(1))
                .isEqualTo("Expected a request to /v3/pay/transactions/native once\nbut there were 2:\n"
                        + "  POST /v3/pay/transactions/native, status 200\n"
                        + "  POST /v3/pay/transactions/native, status 200");
        assertFails(() -> assertThat(simulator).received(Shop.NATIVE).times(3))
                .startsWith("Expected a request to /v3/pay/transactions/native 3 times\nbut there were 2:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(simulator).received(Shop.NATIVE).times(0))
                .withMessage(
                        "times must be at least 1 (was 0): use didNotReceive(path) or deliveredNothing() for none");
    }

    @Test
    void showsRejections() {
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> shop.order("A1"));

        assertThat(simulator)
                .received(Shop.NATIVE)
                .rejected("out_trade_no must be at least 6")
                .respondedWith(400);
        assertFails(() -> assertThat(simulator).rejectedNothing())
                .startsWith("Expected valid requests\nbut of 1 request, the simulator rejected 1:\n"
                        + "  POST /v3/pay/transactions/native (rejected: 400 PARAM_ERROR: ");
        assertFails(() -> assertThat(simulator).received(Shop.NATIVE).accepted())
                .startsWith("Expected a request to /v3/pay/transactions/native that is valid\n"
                        + "but there was 1 other:\n  POST ");
    }

    @Test
    void showsUnexpectedRequests() {
        shop.order("ORDER-1");
        shop.query("ORDER-1");

        assertFails(() -> assertThat(simulator).receivedOnly(Shop.NATIVE))
                .isEqualTo("Expected only requests to /v3/pay/transactions/native\nbut there were others:\n"
                        + "  GET /v3/pay/transactions/out-trade-no/ORDER-1, status 200");
        assertFails(() -> assertThat(simulator).receivedOnly(Shop.NATIVE, "/v3/refund/domestic/refunds"))
                .startsWith("Expected a request to /v3/refund/domestic/refunds\nbut there were 2 requests:");
    }

    @Test
    void showsDroppedConnection() {
        simulator.next(Shop.NATIVE, Behavior.dropAfterRequest());
        CompletableFuture<Void> order = CompletableFuture.runAsync(() -> shop.order("ORDER-1"));

        assertThat(simulator).within(LONG).received(Shop.NATIVE);
        assertFails(() -> assertThat(simulator).receivedNothing()).contains("native, no response");
        assertThat(order).failsWithin(LONG);
    }

    @Test
    void awaitsRequests() {
        CompletableFuture<Void> orders = CompletableFuture.runAsync(() -> {
            shop.order("ORDER-1");
            shop.order("ORDER-2");
        });

        assertThat(simulator).within(LONG).received(Shop.NATIVE).times(2).withField("out_trade_no", "ORDER-2");
        orders.join();
    }

    @Test
    void findsDeliveries() {
        shop.order("ORDER-1", 100, NOWHERE);
        simulator.orders().pay("ORDER-1");

        assertThat(simulator)
                .within(LONG)
                .delivered("TRANSACTION.SUCCESS")
                .with("out_trade_no", "ORDER-1")
                .with("amount.total", 100)
                .to(NOWHERE)
                .notAccepted()
                .times(1);
        assertThat(simulator).hasOrder("ORDER-1", "SUCCESS");
        assertFails(() -> assertThat(simulator)
                        .within(Duration.ofMillis(1))
                        .delivered("TRANSACTION.SUCCESS")
                        .with("out_trade_no", "ORDER-3"))
                .startsWith("Expected a delivery of TRANSACTION.SUCCESS with out_trade_no \"ORDER-3\"\n"
                        + "but there was 1 other:\n  TRANSACTION.SUCCESS to http://localhost:1/none, attempt 1: ")
                .endsWith(", out_trade_no was \"ORDER-1\"");
        assertFails(() -> assertThat(simulator)
                        .within(Duration.ofMillis(1))
                        .delivered("TRANSACTION.SUCCESS")
                        .replied(204))
                .endsWith(", no reply");
        assertFails(() -> assertThat(simulator).within(Duration.ofMillis(1)).delivered("REFUND.SUCCESS"))
                .startsWith("Expected a delivery of REFUND.SUCCESS\n"
                        + "but there was 1 attempt to deliver a notification:\n  TRANSACTION.SUCCESS to");
        assertFails(() -> assertThat(simulator).deliveredNothing())
                .startsWith("Expected no delivery of a notification\nbut there was 1 attempt:\n");
    }

    @Test
    void namesAttemptThatHasNotEnded() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI receiver = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/notify");
            simulator.notifications().send(receiver, Notice.v3("TRANSACTION.SUCCESS"));
            Socket connection = silent.accept();

            assertFails(() -> assertThat(simulator).within(Duration.ofMillis(1)).delivered("TRANSACTION.SUCCESS"))
                    .isEqualTo("Expected a delivery of TRANSACTION.SUCCESS\nbut there were no attempts to deliver a"
                            + " notification\n1 attempt has not ended:\n  TRANSACTION.SUCCESS to " + receiver
                            + ", attempt 1: no response yet");
            connection.close();
        }
    }

    @Test
    void namesUnknownNotification() {
        assertFails(() -> assertThat(simulator).within(LONG).delivered("TRANSACTION.SUCESS"))
                .startsWith("Expected a delivery of TRANSACTION.SUCESS\nbut no notification has this name. There are ")
                .contains("TRANSACTION.SUCCESS");
        assertFails(() -> assertThat(simulator).within(LONG).delivered("?"))
                .contains("REFUND.SUCCESS", "refund-processed");
    }

    @Test
    void showsErrorsOfValidRequests() {
        assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> shop.query("ORDER-9"));

        assertThat(simulator)
                .received("/v3/pay/transactions/out-trade-no/ORDER-9")
                .accepted();
        assertFails(() -> assertThat(simulator).receivedNothing())
                .contains("  GET /v3/pay/transactions/out-trade-no/ORDER-9 (failed: ORDER_NOT_EXIST: ")
                .endsWith("), status 404");
    }

    @Test
    void readsFieldsOfV2Notifications() {
        simulator.notifications().send(NOWHERE, Notice.v2("refund-processed").with("req_info.out_refund_no", "R1"));

        assertThat(simulator)
                .within(LONG)
                .delivered("refund-processed")
                .with("req_info.out_refund_no", "R1")
                .with("return_code", "SUCCESS");
    }

    @Test
    void showsStates() {
        shop.order("ORDER-1");

        assertFails(() -> assertThat(simulator).hasOrder("ORDER-1", "SUCCESS"))
                .isEqualTo(
                        "Expected the order ORDER-1 to have the state SUCCESS\nbut its state was NOTPAY. The simulator"
                                + " received 1 request:\n  POST /v3/pay/transactions/native, status 200\n"
                                + "and made no attempts to deliver a notification");
        assertFails(() -> assertThat(simulator).hasOrder("ORDER-3", "SUCCESS")).contains("but there is no such order.");
        assertFails(() -> assertThat(simulator).hasRefund("R1", "SUCCESS")).contains("but there is no such refund.");
        assertFails(() -> assertThat(simulator).hasRental("R1", "CREATED"))
                .contains("but there is no such rental order.");
    }

    @Test
    void rejectsNull() {
        assertFails(() -> assertThat((Simulator) null).receivedNothing()).contains("not to be null");
    }

    private static AbstractStringAssert<?> assertFails(ThrowingCallable assertion) {
        return assertThat(catchThrowable(assertion))
                .isInstanceOf(AssertionError.class)
                .message();
    }
}
