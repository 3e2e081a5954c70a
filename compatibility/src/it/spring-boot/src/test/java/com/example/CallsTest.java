package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.wxv.CancelbillResponse;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.simulator.Simulator;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final String MCHID = "1230000109";
    private static final String V2_KEY = "matrix-key-0123456789abcdef01234";

    @Test
    void cancelsAnOrderOfV2OverMutualTls() {
        try (Simulator gateway = Simulator.builder().mchid(MCHID).v2Key(V2_KEY).start();
                WxPay pay = WxPay.create(gateway.config().build())) {
            CancelbillResponse response =
                    pay.v2().wxv().cancelbill(b -> b.outOrderNo("ORDER-1").reason("用户投诉").serviceId("500001"));

            assertEquals("ORDER-1", response.outOrderNo());
            assertNotNull(response.orderId());
        }
    }

    @Test
    void ordersAndQueriesAPaymentOfV3() {
        try (Simulator gateway = Simulator.builder()
                        .mchid(MCHID)
                        .v2Key(V2_KEY)
                        .rememberOrders()
                        .start();
                WxPay pay = WxPay.create(gateway.config().build())) {
            pay.v3().pay().transactions().native_(b -> b.description("两杯茶")
                    .outTradeNo("ORDER-1")
                    .notifyUrl("https://shop.example.com/paid")
                    .amount(a -> a.total(500).currency("CNY")));
            gateway.orders().pay("ORDER-1");

            Transaction order = pay.v3().pay().transactions().outTradeNo().outTradeNo("ORDER-1").get();

            assertEquals(500, order.amount().total());
            assertNotNull(order.transactionId());
        }
    }
}
