package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.PaymentOrder;
import io.github.wxpaycodegen.client.v2.RefundOrder;
import io.github.wxpaycodegen.client.v2.pay.OrderTradeType;
import io.github.wxpaycodegen.client.v2.wxv.BillState;
import io.github.wxpaycodegen.client.v2.wxv.CreateRentBillRequest;
import io.github.wxpaycodegen.client.v2.wxv.ProfitSharing;
import io.github.wxpaycodegen.client.v2.wxv.QueryRentBillResponse;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.client.v3.refund.RefundStatus;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.simulator.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Orders from their creation to their refund, by the generated client, against a gateway that remembers them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderLifeTest {
    private static final String V2_KEY = "integration-test-key-0123456789a";
    private static final String NOBODY = "http://localhost:1/notify";

    private final Simulator gateway = Simulator.builder()
            .keysFrom("tests")
            .mchid(Gateway.MCHID)
            .v2Key(V2_KEY)
            .rememberOrders()
            .start();
    private final WxPay pay = WxPay.create(gateway.config().build());

    @AfterAll
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void orderOfV3IsPaidAndRefunded() {
        assertThat(pay.v3()
                        .pay()
                        .transactions()
                        .native_(b -> b.description("Image形象店")
                                .outTradeNo("v3-order")
                                .notifyUrl(NOBODY)
                                .amount(a -> a.total(100).currency("CNY")))
                        .codeUrl())
                .startsWith("weixin://");
        assertThat(order().tradeState()).isEqualTo(TradeState.NOTPAY);

        String transactionId = gateway.orders().pay("v3-order");
        Transaction paid = order();
        assertThat(paid.tradeState()).isEqualTo(TradeState.SUCCESS);
        assertThat(paid.transactionId()).isEqualTo(transactionId);
        assertThat(paid.amount().total()).isEqualTo(100);
        assertThat(paid.successTime()).isNotNull();

        Refund accepted = pay.v3().refund().domestic().refunds(b -> b.outTradeNo("v3-order")
                .outRefundNo("v3-refund")
                .amount(a -> a.refund(50).total(100).currency("CNY")));
        assertThat(accepted.status()).isEqualTo(RefundStatus.PROCESSING);
        Refund found =
                pay.v3().refund().domestic().refunds().outRefundNo("v3-refund").get();
        assertThat(found.status()).isEqualTo(RefundStatus.SUCCESS);
        assertThat(found.amount().refund()).isEqualTo(50);
        assertThat(order().tradeState()).isEqualTo(TradeState.REFUND);
    }

    @Test
    void missingOrderIsRejected() {
        GatewayException e = catchThrowableOfType(
                GatewayException.class,
                () -> pay.v3().pay().transactions().outTradeNo("never-ordered").get());

        assertThat(e.errorCode()).isEqualTo("ORDER_NOT_EXIST");
        assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void orderOfV2IsPaidAndRefunded() {
        pay.v2().pay().unifiedOrder(b -> b.body("腾讯充值中心-QQ会员充值")
                .outTradeNo("v2-order")
                .totalFee(100)
                .spbillCreateIp("127.0.0.1")
                .tradeType(OrderTradeType.NATIVE)
                .notifyUrl(NOBODY));
        String transactionId = gateway.orders().pay("v2-order");

        PaymentOrder paid = pay.v2().pay().orderQuery(b -> b.outTradeNo("v2-order"));
        assertThat(paid.tradeStateValue()).isEqualTo("SUCCESS");
        assertThat(paid.transactionId()).isEqualTo(transactionId);
        assertThat(paid.totalFee()).isEqualTo(100);

        pay.v2().secApi().pay().refund(b -> b.outTradeNo("v2-order")
                .outRefundNo("v2-refund")
                .totalFee(100)
                .refundFee(50));
        RefundOrder refunds = pay.v2().pay().refundQuery(b -> b.outTradeNo("v2-order"));
        assertThat(refunds.refunds()).hasSize(1);
        assertThat(refunds.refunds().get(0).outRefundNo()).isEqualTo("v2-refund");
        assertThat(refunds.refunds().get(0).refundFee()).isEqualTo(50);
        assertThat(refunds.refunds().get(0).coupons()).isNullOrEmpty();
    }

    @Test
    void rentalIsCreatedAndPaid() {
        pay.v2()
                .wxv()
                .createRentBill(CreateRentBillRequest.builder()
                        .outOrderNo("rental")
                        .serviceId("500001")
                        .goodsName("充电宝")
                        .depositAmount(9900)
                        .rentUnit("FEN_HOUR")
                        .rentUnitFee(100)
                        .certSerialNo(gateway.platformSerial())
                        .build());
        gateway.rentals().confirm("rental");
        QueryRentBillResponse accepted = rental();
        assertThat(accepted.state()).isEqualTo(BillState.USER_ACCEPTED);
        assertThat(accepted.depositAmount()).isEqualTo(9900);

        pay.v2().wxv().finishRentBill(b -> b.outOrderNo("rental")
                .serviceId("500001")
                .returned(true)
                .totalAmount(500)
                .rentFee(500)
                .finishTicket(accepted.finishTicket())
                .profitSharing(ProfitSharing.N));
        String transactionId = gateway.rentals().pay("rental");

        assertThat(rental().state()).isEqualTo(BillState.USER_PAID);
        assertThat(rental().rentFee()).isEqualTo(500);
        assertThat(rental().finishTransactionId()).isEqualTo(transactionId);
    }

    private Transaction order() {
        return pay.v3().pay().transactions().outTradeNo("v3-order").get();
    }

    private QueryRentBillResponse rental() {
        return pay.v2()
                .wxv()
                .queryRentBill(b -> b.outOrderNo("rental").serviceId("500001").returnQueryId("1"));
    }
}
