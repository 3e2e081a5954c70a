package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.example.pay.WxPay;
import com.example.pay.v2.wxv.CancelBillResponse;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Simulator;
import org.junit.jupiter.api.Test;

class ConsumerTest {
    @Test
    void cancelsAnOrder() {
        String key = "consumer-key-0123456789abcdef012";
        try (Simulator gateway = Simulator.builder().mchid("1230000109").v2Key(key).start();
                WxPay pay = WxPay.create(WxPayConfig.builder()
                        .mchid("1230000109")
                        .appid("wxd678efh567hg6787")
                        .v2Key(key)
                        .clientCertificate(gateway.clientCertificateP12("1230000109"), "1230000109")
                        .trust(gateway.caCertificate())
                        .host(gateway.baseUri())
                        .build())) {
            CancelBillResponse response =
                    pay.v2().wxv().cancelBill(b -> b.outOrderNo("o1").reason("r").serviceId("s"));

            assertEquals("o1", response.outOrderNo());
            assertNotNull(response.orderId());
        }
    }
}
