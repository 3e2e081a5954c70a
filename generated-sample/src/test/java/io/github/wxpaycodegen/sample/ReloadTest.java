package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillRequest;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The keys of a merchant are replaced: two gateways stand for the time before and the time after. */
class ReloadTest {
    private static final CancelBillRequest REQUEST = CancelBillRequest.builder()
            .outOrderNo("order-1")
            .reason("用户投诉")
            .serviceId("500001")
            .build();

    @Test
    void usesNewKeysInBothProtocols() throws Exception {
        try (Simulator before = simulator("before-key-0123456789abcdefghijk");
                Simulator after = simulator("after-key-0123456789abcdefghijkl");
                WxPay pay = WxPay.create(config(before))) {
            before.next("/wxv/cancelbill", Behavior.delay(Duration.ofSeconds(1)));
            CompletableFuture<?> underWay = pay.v2().wxv().cancelBill().postAsync(REQUEST);
            assertThat(before.awaitCall("/wxv/cancelbill", Duration.ofMinutes(5)))
                    .isPresent();

            pay.reload(config(after));

            pay.v2().wxv().cancelBill(REQUEST);
            pay.v3().pay().transactions().outTradeNo("A1").get();
            assertThat(after.calls()).hasSize(2);
            underWay.get(5, TimeUnit.MINUTES);
            assertThat(before.calls()).hasSize(1);
        }
    }

    @Test
    void rejectsAnotherMerchant() {
        try (Simulator gateway = simulator("before-key-0123456789abcdefghijk");
                WxPay pay = WxPay.create(config(gateway))) {
            WxPayConfig other = gateway.config().mchid("1900000001").build();
            assertThatThrownBy(() -> pay.with(o -> {}).reload(other))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("reload: mchid must stay " + Gateway.MCHID + " (was 1900000001)");
        }
    }

    @Test
    void closingAViewKeepsTheClientOpen() {
        try (Simulator gateway = simulator("before-key-0123456789abcdefghijk");
                WxPay pay = WxPay.create(config(gateway))) {
            pay.with(o -> o.timeout(Duration.ofSeconds(20))).close();
            pay.v2().wxv().cancelBill(REQUEST);
            assertThat(gateway.calls()).hasSize(1);
        }
    }

    private static Simulator simulator(String v2Key) {
        return Simulator.builder().mchid(Gateway.MCHID).v2Key(v2Key).start();
    }

    private static WxPayConfig config(Simulator gateway) {
        return gateway.config().appid(Gateway.APPID).build();
    }
}
