package io.github.wxpaycodegen.springboot.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** A service of a shop with several merchants. */
@Service
public class Cashiers {
    private final WxPay teaHouse;
    private final WxPayMerchants<WxPay> merchants;

    Cashiers(@Qualifier("tea-house") WxPay teaHouse, WxPayMerchants<WxPay> merchants) {
        this.teaHouse = teaHouse;
        this.merchants = merchants;
    }

    WxPay ofShop(String shop) {
        return shop.isEmpty() ? teaHouse : merchants.get(shop);
    }

    WxPay ofMerchant(String mchid) {
        return merchants.findByMchid(mchid).orElseThrow();
    }

    WxPay ofSubMerchant(String subMchid) {
        return merchants.findBySubMchid(subMchid).orElseThrow();
    }

    void renewKeys(String shop) {
        merchants.reload(shop); // reads the properties, and the files that they name, again
    }
}
