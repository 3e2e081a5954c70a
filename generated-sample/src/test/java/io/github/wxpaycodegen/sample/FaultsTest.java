package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.wxv.BillState;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillRequest;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillResponse;
import io.github.wxpaycodegen.client.v2.wxv.QueryRentBillResponse;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.simulator.Behavior;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults between a client and the gateway, and the exceptions that report them. */
class FaultsTest {
    private static final String CANCEL = "/wxv/cancelbill";
    private static final String QUERY = "/wxv/queryrentbill";
    private static final CancelBillRequest REQUEST = CancelBillRequest.builder()
            .outOrderNo("order-1")
            .reason("用户投诉")
            .serviceId("500001")
            .build();

    private final Gateway gateway = Gateway.start();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void businessErrorIsARejectionWithItsCode() {
        gateway.next(CANCEL, Behavior.businessError("ORDER_STATE_ERROR", "订单状态错误"));

        try (WxPay pay = WxPay.create(gateway.config().build())) {
            GatewayException e = catchThrowableOfType(
                    GatewayException.class, () -> pay.v2().wxv().cancelBill(REQUEST));

            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(e.errorCode()).isEqualTo("ORDER_STATE_ERROR");
            assertThat(e.errorMessage()).isEqualTo("订单状态错误");
            assertThat(e.requestId()).isNotBlank();
            assertThat(e).hasMessageContaining("ORDER_STATE_ERROR").hasMessageContaining("/v2/wxv/cancelbill");
        }
    }

    @Test
    void uncertainCodeLeavesOutcomeUnknown() {
        gateway.next(CANCEL, Behavior.businessError("SYSTEMERROR", "系统错误"));

        try (WxPay pay = WxPay.create(gateway.config().build())) {
            GatewayException e = catchThrowableOfType(
                    GatewayException.class, () -> pay.v2().wxv().cancelBill(REQUEST));

            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessageContaining("v2/wxv/queryrentbill");
        }
    }

    @Test
    void unsignedRejectionIsUnknownForWriteOnly() {
        WxPayConfig config =
                gateway.config().v2Key("another-key-0123456789abcdef0123").build();

        try (WxPay pay = WxPay.create(config)) {
            GatewayException write = catchThrowableOfType(
                    GatewayException.class, () -> pay.v2().wxv().cancelBill(REQUEST));
            GatewayException query = catchThrowableOfType(GatewayException.class, () -> pay.v2()
                    .wxv()
                    .queryRentBill(b -> b.outOrderNo("o").serviceId("s").returnQueryId("q")));

            assertThat(write.returnCode()).isEqualTo("FAIL");
            assertThat(write.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(query.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(write.toString()).doesNotContain("another-key");
        }
    }

    @Test
    void rejectsTamperedResponse() {
        gateway.next(CANCEL, Behavior.badSignature());
        assertNotBelieved();
    }

    @Test
    void rejectsResponseWithoutSignature() {
        gateway.next(CANCEL, Behavior.missingSignature());
        assertNotBelieved();
    }

    @Test
    void rejectsResponseSignedWithAnotherAlgorithm() {
        gateway.next(CANCEL, Behavior.otherAlgorithm());
        assertNotBelieved();
    }

    @Test
    void rejectsOversizedResponse() {
        gateway.next(CANCEL, Behavior.oversized(2_000_000));

        try (WxPay pay =
                WxPay.create(gateway.config().maxResponseBytes(1_000_000).build())) {
            InvalidResponseException e = catchThrowableOfType(
                    InvalidResponseException.class, () -> pay.v2().wxv().cancelBill(REQUEST));

            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void sendsNothingWithoutClientCertificate() {
        WxPayConfig config = gateway.configWithoutClientCertificate().build();

        try (WxPay pay = WxPay.create(config)) {
            ConfigurationException e = catchThrowableOfType(
                    ConfigurationException.class, () -> pay.v2().wxv().cancelBill(REQUEST));

            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e).hasMessageContaining("clientCertificate");
            assertThat(gateway.calls()).isEmpty();
        }
    }

    @Test
    void invalidRequestListsAllProblems() {
        InvalidRequestException e = catchThrowableOfType(
                InvalidRequestException.class,
                () -> CancelBillRequest.builder().reason("\u0000").build());

        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(e.problems()).hasSize(3);
        assertThat(e)
                .hasMessageContaining("out_order_no")
                .hasMessageContaining("service_id")
                .hasMessageContaining("reason");
    }

    @Test
    void silentGatewayEndsAtTheDeadline() {
        gateway.next(CANCEL, Behavior.delay(Duration.ofMinutes(10)));

        try (WxPay pay = WxPay.create(gateway.config().build())) {
            // Long enough for the request to leave, on a busy machine too.
            TransportException e =
                    catchThrowableOfType(TransportException.class, () -> pay.with(o -> o.timeout(Duration.ofSeconds(5)))
                            .v2()
                            .wxv()
                            .cancelBill(REQUEST));

            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessageContaining("within 5000 ms");
        }
    }

    @Test
    void slowBodyEndsAtTheDeadline() {
        gateway.next(CANCEL, Behavior.drip(Duration.ofSeconds(1)));

        try (WxPay pay =
                WxPay.create(gateway.config().timeout(Duration.ofSeconds(5)).build())) {
            TransportException e = catchThrowableOfType(
                    TransportException.class, () -> pay.v2().wxv().cancelBill(REQUEST));

            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void droppedConnectionLeavesOutcomeUnknown() {
        for (Behavior drop : List.of(Behavior.dropDuringRequest(), Behavior.dropAfterRequest())) {
            gateway.next(CANCEL, drop);
            try (WxPay pay = WxPay.create(gateway.config().build())) {
                TransportException e = catchThrowableOfType(
                        TransportException.class, () -> pay.v2().wxv().cancelBill(REQUEST));

                assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            }
        }
        assertThat(gateway.calls()).as("nothing is sent twice").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void keepsUnknownEnumValue() {
        gateway.next(QUERY, Behavior.unknownEnumValue("state", "FROZEN"));

        try (WxPay pay = WxPay.create(gateway.config().build())) {
            QueryRentBillResponse response = pay.v2()
                    .wxv()
                    .queryRentBill(b -> b.outOrderNo("o").serviceId("s").returnQueryId("q"));

            assertThat(response.state()).isEqualTo(BillState.UNRECOGNIZED);
            assertThat(response.stateValue()).isEqualTo("FROZEN");
        }
    }

    @Test
    void verifiesAndKeepsUnknownField() {
        gateway.next(CANCEL, Behavior.unknownField("brand_new", "值"));

        try (WxPay pay = WxPay.create(gateway.config().build())) {
            CancelBillResponse response = pay.v2().wxv().cancelBill(REQUEST);

            assertThat(response.unknownFields().text("brand_new")).isEqualTo("值");
        }
    }

    @Test
    void concurrentCallsGetTheirOwnResponses() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try (WxPay pay = WxPay.create(gateway.config().build())) {
            List<Callable<String>> calls = IntStream.range(0, 128)
                    .mapToObj(i -> (Callable<String>) () -> pay.v2()
                            .wxv()
                            .cancelBill(
                                    b -> b.outOrderNo("order-" + i).reason("r").serviceId("s"))
                            .outOrderNo())
                    .toList();
            List<Future<String>> answers = threads.invokeAll(calls);

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo("order-" + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void asyncCallCompletesItsFuture() throws Exception {
        try (WxPay pay = WxPay.create(gateway.config().build())) {
            CompletableFuture<CancelBillResponse> future =
                    pay.v2().wxv().cancelBill().postAsync(REQUEST);

            assertThat(future.get(5, TimeUnit.MINUTES).outOrderNo()).isEqualTo("order-1");
        }
    }

    @Test
    void cancelingAsyncCallEndsTheExchange() throws Exception {
        gateway.next(CANCEL, Behavior.delay(Duration.ofMinutes(10)));

        // The second call needs the connection of the first one.
        try (WxPay pay = WxPay.create(gateway.config()
                .maxConnections(1)
                .connectionWait(Duration.ofMinutes(1))
                .build())) {
            CompletableFuture<CancelBillResponse> future =
                    pay.v2().wxv().cancelBill().postAsync(REQUEST);
            gateway.awaitCall(CANCEL);

            assertThat(future.cancel(true)).isTrue();
            assertThat(future).isCancelled();
            assertThat(pay.v2().wxv().cancelBill(REQUEST).orderId()).isNotBlank();
        }
    }

    private void assertNotBelieved() {
        try (WxPay pay = WxPay.create(gateway.config().build())) {
            InvalidResponseException e = catchThrowableOfType(
                    InvalidResponseException.class, () -> pay.v2().wxv().cancelBill(REQUEST));

            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(e).hasMessageContaining("v2/wxv/queryrentbill");
        }
    }
}
