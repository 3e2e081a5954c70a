package io.github.wxpaycodegen.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.client.v3.pay.NativePrepayment;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A merchant's own test: its server takes a payment, and knows when it does not know. */
class CheckoutTest {
    private static final String KEY = "any-32-characters-will-do-here!!";

    @Test
    void paidOrderIsDelivered() throws Exception {
        BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
        try (Simulator gateway = Simulator.builder()
                        .mchid("1230000109")
                        .v2Key(KEY)
                        .rememberOrders()
                        .start();
                WxPay pay = WxPay.create(gateway.config().build());
                NotificationServer shop = new NotificationServer(pay.notifications()
                        .dispatcher()
                        .on(
                                TransactionSuccess.class,
                                n -> delivered.add(n.resource().outTradeNo()))
                        .build())) {
            order(pay, "ORDER-1", shop.notifyUrl());

            gateway.orders().pay("ORDER-1");

            assertThat(delivered.poll(5, TimeUnit.MINUTES)).isEqualTo("ORDER-1");
        }
    }

    @Test
    void orderWithoutResponseIsInDoubt() {
        try (Simulator gateway = Simulator.builder()
                        .mchid("1230000109")
                        .v2Key(KEY)
                        .rememberOrders()
                        .start();
                WxPay pay = WxPay.create(gateway.config().maxAttempts(1).build())) {
            gateway.next("/v3/pay/transactions/native", Behavior.dropAfterRequest());

            TransportException lost = catchThrowableOfType(
                    TransportException.class,
                    () -> order(pay, "ORDER-2", URI.create("https://shop.example/wxpay/notify")));

            assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    private static NativePrepayment order(WxPay pay, String outTradeNo, URI notifyUrl) {
        return pay.v3().pay().transactions().native_(b -> b.description("Tea")
                .outTradeNo(outTradeNo)
                .notifyUrl(notifyUrl.toString())
                .amount(a -> a.total(500L)));
    }
}
