package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.ResponseKey;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of v3 over real connections: forged and broken responses, keys that change, hosts that fail. */
class V3FaultsTest {
    private static final String TRANSACTION = "/v3/pay/transactions/id/{transaction_id}";
    private static final String CANCEL = "/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/1/cancel";

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid(Gateway.MCHID)
            .v2Key("integration-test-key-0123456789a")
            .start();

    @AfterEach
    void close() {
        gateway.close();
    }

    static Stream<Arguments> forged() {
        return Stream.of(
                Arguments.of(V3Behavior.signTest(), "its signature is wrong"),
                Arguments.of(Behavior.badSignature(), "its signature is wrong"),
                Arguments.of(Behavior.tampered("trade_state", "SUCCESS!"), "its signature is wrong"),
                Arguments.of(Behavior.missingSignature(), "it has no header Wechatpay-"),
                Arguments.of(V3Behavior.missingHeader("Wechatpay-Signature"), "it has no header Wechatpay-Signature"),
                Arguments.of(V3Behavior.missingHeader("Wechatpay-Nonce"), "it has no header Wechatpay-Nonce"),
                Arguments.of(V3Behavior.unknownSerial(), "which is not trusted"),
                Arguments.of(V3Behavior.clockSkew(Duration.ofMinutes(-6)), "Check the local clock"),
                Arguments.of(V3Behavior.clockSkew(Duration.ofMinutes(6)), "Check the local clock"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void rejectsForgedResponse(Behavior behavior, String why) {
        gateway.next(TRANSACTION, behavior);
        try (WxPay pay = client(c -> c)) {
            InvalidResponseException e = catchThrowableOfType(InvalidResponseException.class, () -> transaction(pay));
            assertThat(e).hasMessageContaining(why);
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(Behavior.badGateway()),
                Arguments.of(V3Behavior.accepted()),
                Arguments.of(V3Behavior.tooManyRequests()),
                Arguments.of(V3Behavior.tooManyRequestsPage()),
                Arguments.of(V3Behavior.error(500, "SYSTEM_ERROR", "系统错误")),
                Arguments.of(V3Behavior.plainError(503, "busy")),
                Arguments.of(Behavior.truncated()),
                Arguments.of(Behavior.dropDuringRequest()),
                Arguments.of(Behavior.dropAfterRequest()));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void repeatsQueryButNotWrite(Behavior behavior) {
        try (WxPay pay = client(c -> c)) {
            gateway.next(TRANSACTION, behavior);
            assertThat(transaction(pay).transactionId()).isEqualTo("4200");

            gateway.next(CANCEL, behavior);
            int before = gateway.calls().size();
            WxPayException e = catchThrowableOfType(WxPayException.class, () -> pay.v3()
                    .fundApp()
                    .mchTransfer()
                    .transferBills()
                    .outBillNo("1")
                    .cancel()
                    .post());
            assertThat(e.outcome()).isNotEqualTo(Outcome.NOT_SENT);
            assertThat(gateway.calls().size() - before).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void errorNamesInvalidField() {
        gateway.next(TRANSACTION, V3Behavior.error(404, "ORDER_NOT_EXIST", "订单不存在"));
        try (WxPay pay = client(c -> c)) {
            GatewayException e = catchThrowableOfType(GatewayException.class, () -> transaction(pay));
            assertThat(e.httpStatus()).isEqualTo(404);
            assertThat(e.errorCode()).isEqualTo("ORDER_NOT_EXIST");
            assertThat(e.errorMessage()).isEqualTo("订单不存在");
            assertThat(e.requestId()).isNotBlank();
            assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
        }
    }

    @Test
    void trustsBothKeysDuringMigration() {
        gateway.signWith(ResponseKey.ALTERNATING);
        try (WxPay pay = client(WxPayConfig.Builder::downloadPlatformCertificates)) {
            for (int i = 0; i < 4; i++) {
                assertThat(transaction(pay).transactionId()).isEqualTo("4200");
            }
        }
    }

    @Test
    void localCertificatesNeedNoDownload() {
        gateway.signWith(ResponseKey.CERTIFICATE);
        try (WxPay pay = client(
                c -> c.platformCertificatesPem(gateway.platformCertificatePem().getBytes(StandardCharsets.US_ASCII)))) {
            assertThat(transaction(pay).transactionId()).isEqualTo("4200");
        }
        assertThat(gateway.calls()).noneMatch(call -> call.path().equals("/v3/certificates"));
    }

    @Test
    void manyFirstCallsShareOneDownload() {
        gateway.signWith(ResponseKey.CERTIFICATE);
        try (WxPay pay = client(WxPayConfig.Builder::downloadPlatformCertificates)) {
            CompletableFuture<?>[] calls = new CompletableFuture<?>[16];
            for (int i = 0; i < calls.length; i++) {
                calls[i] =
                        pay.v3().pay().transactions().id().transactionId("4200").getAsync();
            }
            CompletableFuture.allOf(calls).join();
        }
        assertThat(gateway.calls())
                .filteredOn(call -> call.path().equals("/v3/certificates"))
                .hasSize(1);
    }

    @Test
    void sendsNothingIfResponseCannotBeVerified() {
        try (Simulator migrated =
                        Simulator.builder().mchid(Gateway.MCHID).publicKeyOnly().start();
                WxPay pay = WxPay.create(downloadingAlone(migrated))) {
            WxPayException e = catchThrowableOfType(
                    WxPayException.class, () -> pay.v3().refund().domestic().refunds(b -> b.outTradeNo("order-1")
                            .outRefundNo("refund-1")
                            .amount(a -> a.refund(50).total(100).currency("CNY"))));

            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e).hasMessageContaining("Configure wechatPayPublicKeyPem");
            assertThat(migrated.calls()).extracting(RecordedCall::path).containsOnly("/v3/certificates");
        }
    }

    private static WxPayConfig downloadingAlone(Simulator gateway) {
        return WxPayConfig.builder()
                .mchid(Gateway.MCHID)
                .v3Key(gateway.v3Key())
                .merchantPrivateKeyPem(gateway.merchantKeyPem())
                .merchantCertificatePem(gateway.merchantCertificatePem())
                .downloadPlatformCertificates()
                .trust(gateway.caCertificate())
                .host(gateway.baseUri())
                .build();
    }

    @Test
    void rejectsResponseForAnotherOrder() {
        gateway.next(TRANSACTION, Behavior.with("transaction_id", "4201"));
        gateway.next("/v3/refund/domestic/refunds", Behavior.with("out_refund_no", "refund-2"));
        try (WxPay pay = client(c -> c)) {
            assertThatThrownBy(() -> transaction(pay))
                    .isInstanceOf(InvalidResponseException.class)
                    .hasMessageContaining("the response belongs to another call: its transaction_id");
            InvalidResponseException e = catchThrowableOfType(
                    InvalidResponseException.class,
                    () -> pay.v3().refund().domestic().refunds(b -> b.outTradeNo("order-1")
                            .outRefundNo("refund-1")
                            .amount(a -> a.refund(50).total(100).currency("CNY"))));
            assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void usesBackupIfFirstHostFails() {
        try (Simulator backup = Simulator.builder().twinOf(gateway).start();
                WxPay pay = client(c -> c.backupHost(backup.baseUri()).trust(backup.caCertificate()))) {
            gateway.dropNextConnection();
            assertThat(transaction(pay).transactionId()).isEqualTo("4200");
            assertThat(backup.calls()).hasSize(1);
            assertThat(gateway.calls()).isEmpty();
        }
    }

    private static Transaction transaction(WxPay pay) {
        return pay.v3().pay().transactions().id().transactionId("4200").get();
    }

    private WxPay client(UnaryOperator<WxPayConfig.Builder> more) {
        return WxPay.create(more.apply(gateway.config()).build());
    }
}
