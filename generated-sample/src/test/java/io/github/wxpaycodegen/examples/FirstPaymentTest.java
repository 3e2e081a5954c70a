package io.github.wxpaycodegen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FirstPaymentTest {
    private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();

    @Test
    void firstPaymentOfTheReadmeWorks() throws Exception {
        try (Simulator gateway = Simulator.builder()
                        .mchid("1900000001")
                        .v2Key("any-32-characters-will-do-here!!")
                        .start();
                WxPay pay = WxPay.create(
                        gateway.config().appid("wxd678efh567hg6787").build())) {
            FirstPayment.Result result = FirstPayment.run(pay, (outTradeNo, fen) -> {
                assertThat(fen).isPositive();
                delivered.add(outTradeNo);
            });

            assertThat(result.codeUrl()).startsWith("weixin://");
            assertThat(result.refund().outRefundNo()).isEqualTo("REFUND-0001");
            try (NotificationServer shop = new NotificationServer(result.notifications())) {
                gateway.notifications()
                        .send(shop.notifyUrl(), Notice.v3("TRANSACTION.SUCCESS").with("out_trade_no", "ORDER-0001"));

                assertThat(delivered.poll(5, TimeUnit.MINUTES)).isEqualTo("ORDER-0001");
            }
        }
    }
}
