package com.example;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.micrometer.CallMetrics;
import io.github.wxpaycodegen.micrometer.ConnectionMetrics;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootConfiguration
@EnableAutoConfiguration
public class Shop {
    @Bean
    WxPay pay(WxPayConfig.Builder config, MeterRegistry registry) {
        return WxPay.create(config.listener(new CallMetrics(registry)).build());
    }

    /** Bound to the registry by Spring Boot, and closed with the application. */
    @Bean
    ConnectionMetrics connections(WxPay pay) {
        return ConnectionMetrics.of("shop", pay, WxPay::connectionStats);
    }
}
