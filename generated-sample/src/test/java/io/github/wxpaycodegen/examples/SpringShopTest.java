package io.github.wxpaycodegen.examples;

import static io.github.wxpaycodegen.junit.assertj.WxPayAssertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.junit.WxPayTest;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Simulator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The test of a Spring application, whose properties the simulator sets. */
@WxPayTest
@SpringJUnitConfig(SpringShopTest.Shop.class)
class SpringShopTest {
    @Configuration
    static class Shop {
        @Bean
        WxPay wxPay(Environment environment) {
            return WxPay.create(WxPayConfig.fromProperties("wxpay", environment::getProperty)
                    .build());
        }
    }

    @Test
    void createsOrder(@Autowired WxPay pay, Simulator gateway) {
        pay.v3().pay().transactions().native_(b -> b.description("Tea")
                .outTradeNo("ORDER-1")
                .notifyUrl("https://shop.example/wxpay/notify")
                .amount(a -> a.total(500L)));

        assertThat(gateway).rejectedNothing().hasOrder("ORDER-1", "NOTPAY");
    }
}
