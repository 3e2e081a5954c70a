package com.example;

import static io.github.wxpaycodegen.junit.assertj.WxPayAssertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.junit.WxPaySimulator;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.Simulator;
import org.junit.jupiter.api.Test;

/** A test in a project that has what the guide lists, and nothing else. */
@WxPaySimulator
class ShopTest {
    @Test
    void createsOrderThatIsPaid(WxPay pay, Orders orders, Simulator gateway) {
        pay.v3().pay().transactions().native_(b -> b.description("Tea")
                .outTradeNo("ORDER-1")
                .notifyUrl("https://shop.example/wxpay/notify")
                .amount(a -> a.total(500L)));

        orders.pay("ORDER-1");

        assertThat(gateway).rejectedNothing().hasOrder("ORDER-1", "SUCCESS");
    }
}
