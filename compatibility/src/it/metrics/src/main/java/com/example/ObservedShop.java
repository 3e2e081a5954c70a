package com.example;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.micrometer.CallObservations;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootConfiguration
@EnableAutoConfiguration
public class ObservedShop {
    @Bean
    WxPay pay(WxPayConfig.Builder config, ObservationRegistry registry) {
        return WxPay.create(config.listener(new CallObservations(registry)).build());
    }
}
