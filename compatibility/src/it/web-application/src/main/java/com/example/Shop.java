package com.example;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillResponse;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Shop {
    private final WxPay pay;

    Shop(WxPay pay) {
        this.pay = pay;
    }

    @GetMapping("/cancelled/{order}")
    Map<String, String> cancel(@PathVariable String order) {
        CancelBillResponse response =
                pay.v2().wxv().cancelBill(b -> b.outOrderNo(order).reason("用户投诉").serviceId("500001"));
        return Map.of("order", response.outOrderNo());
    }

    @GetMapping("/refunds/{refund}")
    Refund refund(@PathVariable String refund) {
        return pay.v3().refund().domestic().refunds().outRefundNo(refund).get();
    }
}
