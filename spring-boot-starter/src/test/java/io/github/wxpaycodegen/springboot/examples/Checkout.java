package io.github.wxpaycodegen.springboot.examples;

import io.github.wxpaycodegen.client.WxPay;
import org.springframework.stereotype.Service;

/** A service of a shop with one merchant. */
@Service
public class Checkout {
    private final WxPay pay;

    Checkout(WxPay pay) {
        this.pay = pay;
    }

    /** Returns the link that the shop shows as a QR code. */
    public String order(String number, int fen) {
        return pay.v3()
                .pay()
                .transactions()
                .native_(b -> b.description("两杯茶")
                        .outTradeNo(number)
                        .notifyUrl("https://shop.example.com/wxpay/notify")
                        .amount(a -> a.total(fen)))
                .codeUrl();
    }
}
