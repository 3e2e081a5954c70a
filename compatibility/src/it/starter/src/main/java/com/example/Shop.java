package com.example;

import io.github.wxpaycodegen.client.WxPay;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

@SpringBootConfiguration
@EnableAutoConfiguration
public class Shop {
    private final WxPay pay;

    Shop(WxPay pay) {
        this.pay = pay;
    }

    /** Returns the link that a payer scans. */
    String order(String number) {
        return pay.v3()
                .pay()
                .transactions()
                .native_(b -> b.description("两杯茶")
                        .outTradeNo(number)
                        .notifyUrl("https://shop.example.com/wxpay/notify")
                        .amount(a -> a.total(500)))
                .codeUrl();
    }
}
