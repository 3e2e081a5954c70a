package io.github.wxpaycodegen.examples;

import static io.github.wxpaycodegen.junit.assertj.WxPayAssertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.junit.WxPaySimulator;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** A merchant's test with a simulator by annotation. */
@WxPaySimulator
class ShopTest {
    private final Queue<String> delivered = new ConcurrentLinkedQueue<>();

    @Test
    void acceptsNotificationOfPaidOrder(WxPay pay, Orders orders, Simulator gateway) throws Exception {
        try (NotificationServer shop = new NotificationServer(pay.notifications()
                .dispatcher()
                .on(TransactionSuccess.class, n -> delivered.add(n.resource().outTradeNo()))
                .build())) {
            pay.v3().pay().transactions().native_(b -> b.description("Tea")
                    .outTradeNo("ORDER-1")
                    .notifyUrl(shop.notifyUrl().toString())
                    .amount(a -> a.total(500L)));

            orders.pay("ORDER-1");

            assertThat(gateway)
                    .received("/v3/pay/transactions/native")
                    .withField("out_trade_no", "ORDER-1")
                    .withField("amount.total", 500);
            assertThat(gateway)
                    .within(Duration.ofMinutes(1))
                    .delivered("TRANSACTION.SUCCESS")
                    .with("out_trade_no", "ORDER-1")
                    .accepted();
        }
    }
}
