package io.github.wxpaycodegen.springboot.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.springboot.WxPayClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bean that an application with its own client declares; here that is the bundled one. */
@Configuration
public class OwnClientConfiguration {
    @Bean
    WxPayClientFactory<WxPay> wxPayClientFactory() {
        return WxPayClientFactory.of(WxPay::create, WxPay::reload, WxPay::notifications);
    }
}
