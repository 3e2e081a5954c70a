package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.PaymentOrder;
import io.github.wxpaycodegen.client.v2.RefundOrder;
import io.github.wxpaycodegen.client.v2.pay.OrderTradeType;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferBill;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferSceneId;
import io.github.wxpaycodegen.client.v3.fundapp.mchtransfer.TransferSceneReportInfo;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.pay.TransactionsNativeRequest;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A response is lost on its way, and the exception finds out what happened. */
class SettleTest {
    private static final String NOBODY = "http://localhost:1/notify";

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid(Gateway.MCHID)
            .v2Key("integration-test-key-0123456789a")
            .rememberOrders()
            .start();
    private final WxPay pay =
            WxPay.create(gateway.config().appid(Gateway.APPID).maxAttempts(1).build());

    @AfterEach
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void findsOrderOfV3() {
        WxPayException lost = lose("/v3/pay/transactions/native", () -> order("ORDER-1"));

        assertThat(lost.operation()).hasToString("POST /v3/pay/transactions/native");
        assertThat(lost.operation().title()).isEqualTo("Native下单");
        assertThat(lost.settle()).isInstanceOfSatisfying(Transaction.class, order -> {
            assertThat(order.outTradeNo()).isEqualTo("ORDER-1");
            assertThat(order.tradeState()).isEqualTo(TradeState.NOTPAY);
        });
    }

    @Test
    void lostOrderIsNotFound() {
        gateway.next("/v3/pay/transactions/native", Behavior.dropDuringRequest());
        WxPayException lost = catchThrowableOfType(WxPayException.class, () -> order("ORDER-1"));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThatThrownBy(lost::settle)
                .isInstanceOfSatisfying(GatewayException.class, none -> assertThat(none.errorCode())
                        .isEqualTo("ORDER_NOT_EXIST"));
    }

    @Test
    void findsOrderOfV2() {
        WxPayException lost = lose("/pay/unifiedorder", () -> pay.v2().pay().unifiedOrder(b -> b.body("Tea")
                .outTradeNo("ORDER-1")
                .totalFee(100)
                .spbillCreateIp("127.0.0.1")
                .tradeType(OrderTradeType.NATIVE)
                .notifyUrl(NOBODY)));

        assertThat(lost.settle()).isInstanceOfSatisfying(PaymentOrder.class, order -> {
            assertThat(order.outTradeNo()).isEqualTo("ORDER-1");
            assertThat(order.tradeState().value()).isEqualTo("NOTPAY");
        });
    }

    @Test
    void findsRefundOfV3() {
        order("ORDER-1");
        gateway.orders().pay("ORDER-1");

        WxPayException lost = lose(
                "/v3/refund/domestic/refunds",
                () -> pay.v3().refund().domestic().refunds(b -> b.outTradeNo("ORDER-1")
                        .outRefundNo("REFUND-1")
                        .amount(a -> a.refund(50).total(100).currency("CNY"))));

        assertThat(lost.settle()).isInstanceOfSatisfying(Refund.class, refund -> {
            assertThat(refund.outRefundNo()).isEqualTo("REFUND-1");
            assertThat(refund.amount().refund()).isEqualTo(50);
        });
    }

    /** The order has another refund; the query asks about this one alone. */
    @Test
    void findsRefundOfV2() {
        order("ORDER-1");
        String transactionId = gateway.orders().pay("ORDER-1");
        refund(transactionId, "REFUND-1");

        WxPayException lost = lose("/secapi/pay/refund", () -> refund(transactionId, "REFUND-2"));

        assertThat(lost.settle()).isInstanceOfSatisfying(RefundOrder.class, found -> assertThat(found.refunds())
                .extracting(each -> each.outRefundNo())
                .containsExactly("REFUND-2"));
        assertThat(last().fields()).containsEntry("out_refund_no", "REFUND-2").doesNotContainKey("transaction_id");
    }

    @Test
    void findsTransfer() {
        String path = "/v3/fund-app/mch-transfer/transfer-bills";

        WxPayException lost = lose(path, () -> pay.v3().fundApp().mchTransfer().transferBills(b -> b.outBillNo("T1")
                .openid("o-MYE42l80oelYMDE34nYD456Xoy")
                .transferAmount(100)
                .transferRemark("Bonus")
                .transferSceneId(TransferSceneId.of("1000"))
                .transferSceneReportInfos(List.of(TransferSceneReportInfo.builder()
                        .infoType("活动名称")
                        .infoContent("新会员有礼")
                        .build()))));

        assertThat(lost.settle())
                .isInstanceOfSatisfying(TransferBill.class, transfer -> assertThat(transfer.outBillNo())
                        .isEqualTo("T1"));
        assertThat(last().path()).isEqualTo(path + "/out-bill-no/T1");
    }

    @Test
    void passesOnNumberOfThePath() {
        order("ORDER-1");

        WxPayException lost = lose(
                "/v3/pay/transactions/out-trade-no/{out_trade_no}/close",
                () -> pay.v3().pay().transactions().outTradeNo("ORDER-1").close(b -> {}));

        assertThat(lost.settle()).isInstanceOfSatisfying(Transaction.class, order -> assertThat(order.tradeState())
                .isEqualTo(TradeState.CLOSED));
    }

    @Test
    void queriesWithPutField() {
        WxPayException lost = lose("/v3/pay/transactions/native", () -> pay.v3()
                .pay()
                .transactions()
                .native_()
                .post(TransactionsNativeRequest.builder()
                        .description("Tea")
                        .putField("out_trade_no", "PUT-ORDER-1")
                        .notifyUrl(NOBODY)
                        .amount(a -> a.total(100))
                        .build()));

        assertThat(lost.settle()).isInstanceOfSatisfying(Transaction.class, order -> assertThat(order.outTradeNo())
                .isEqualTo("PUT-ORDER-1"));
    }

    @Test
    void settlesAsynchronously() {
        gateway.next("/v3/pay/transactions/native", Behavior.dropAfterRequest());
        Throwable failure = catchThrowableOfType(CompletionException.class, () -> pay.v3()
                        .pay()
                        .transactions()
                        .native_()
                        .postAsync(request("ORDER-1"))
                        .join())
                .getCause();

        assertThat(failure).isInstanceOfSatisfying(WxPayException.class, lost -> assertThat(
                        lost.settleAsync().join())
                .isInstanceOf(Transaction.class));
    }

    @Test
    void queryHasTheTimeoutOfTheCall() {
        WxPay hurried = pay.with(o -> o.timeout(Duration.ofSeconds(10)));
        gateway.next("/v3/pay/transactions/native", Behavior.dropAfterRequest());
        WxPayException lost = catchThrowableOfType(
                WxPayException.class, () -> hurried.v3().pay().transactions().native_(request("ORDER-1")));
        gateway.next("/v3/pay/transactions/out-trade-no/{out_trade_no}", Behavior.delay(Duration.ofMinutes(10)));

        assertThatThrownBy(lost::settle).isInstanceOf(TransportException.class).hasMessageContaining("within 10000 ms");
    }

    /** The request may name another sub-merchant than the configuration. */
    @Test
    void queryIsForTheMerchantOfTheRequest() {
        WxPay provider = WxPay.create(gateway.config()
                .appid(Gateway.APPID)
                .subMchid("1900000109")
                .maxAttempts(1)
                .build());
        try (provider) {
            WxPayException lost = lose(
                    "/v3/pay/partner/transactions/native",
                    () -> provider.v3().pay().partner().transactions().native_(b -> b.subMchid("1900000777")
                            .description("Tea")
                            .outTradeNo("ORDER-1")
                            .notifyUrl(NOBODY)
                            .amount(a -> a.total(100))));
            lost.settle();
        }

        assertThat(last().queryFields()).containsEntry("sub_mchid", "1900000777");
    }

    private WxPayException lose(String path, ThrowingCallable call) {
        gateway.next(path, Behavior.dropAfterRequest());
        WxPayException lost = catchThrowableOfType(WxPayException.class, call);
        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(lost.canSettle()).isTrue();
        return lost;
    }

    private void order(String outTradeNo) {
        pay.v3().pay().transactions().native_(request(outTradeNo));
    }

    private static TransactionsNativeRequest request(String outTradeNo) {
        return TransactionsNativeRequest.builder()
                .description("Tea")
                .outTradeNo(outTradeNo)
                .notifyUrl(NOBODY)
                .amount(a -> a.total(100))
                .build();
    }

    private void refund(String transactionId, String outRefundNo) {
        pay.v2().secApi().pay().refund(b -> b.transactionId(transactionId)
                .outRefundNo(outRefundNo)
                .totalFee(100)
                .refundFee(10));
    }

    private RecordedCall last() {
        List<RecordedCall> calls = gateway.calls();
        return calls.get(calls.size() - 1);
    }
}
