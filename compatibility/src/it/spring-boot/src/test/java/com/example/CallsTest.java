package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.RefundOrder;
import io.github.wxpaycodegen.client.v2.pay.OrderTradeType;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.simulator.Simulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsTest {
    private static final String NOTIFY_URL = "http://localhost:1/paid";

    private final Simulator gateway = Simulator.builder()
            .mchid("1230000109")
            .v2Key("matrix-key-0123456789abcdef01234")
            .rememberOrders()
            .start();
    private final WxPay pay = WxPay.create(gateway.config().build());

    @AfterAll
    void close() {
        pay.close();
        gateway.close();
    }

    @Test
    void refundsAPaymentOfV2OverMutualTls() {
        pay.v2().pay().unifiedOrder(b -> b.body("两杯茶")
                .outTradeNo("ORDER-2")
                .totalFee(500)
                .spbillCreateIp("127.0.0.1")
                .tradeType(OrderTradeType.NATIVE)
                .notifyUrl(NOTIFY_URL));
        gateway.orders().pay("ORDER-2");
        pay.v2().secApi().pay().refund(b -> b.outTradeNo("ORDER-2")
                .outRefundNo("REFUND-2")
                .totalFee(500)
                .refundFee(200));

        RefundOrder order = pay.v2().pay().refundQuery(b -> b.outTradeNo("ORDER-2"));

        assertEquals(200, order.refunds().get(0).refundFee());
    }

    @Test
    void refundsAPaymentOfV3() {
        pay.v3().pay().transactions().native_(b -> b.description("两杯茶")
                .outTradeNo("ORDER-3")
                .notifyUrl(NOTIFY_URL)
                .amount(a -> a.total(500).currency("CNY")));
        String transactionId = gateway.orders().pay("ORDER-3");

        Refund refund = pay.v3().refund().domestic().refunds(b -> b.outTradeNo("ORDER-3")
                .outRefundNo("REFUND-3")
                .amount(a -> a.refund(200).total(500).currency("CNY")));
        Transaction order = pay.v3().pay().transactions().outTradeNo("ORDER-3").get();

        assertEquals(200, refund.amount().refund());
        assertEquals(transactionId, order.transactionId());
    }
}
