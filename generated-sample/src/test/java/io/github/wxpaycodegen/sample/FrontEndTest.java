package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.pay.OrderTradeType;
import io.github.wxpaycodegen.client.v2.pay.UnifiedOrderRequest;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import org.junit.jupiter.api.Test;

class FrontEndTest {
    /** WeChat refuses to pay where an order and its parameters were signed with different algorithms. */
    @Test
    void signsParametersLikeTheOrder() {
        try (WxPay pay = WxPay.create(WxPayConfig.builder()
                .mchid("1900000109")
                .appid("wx2421b1c4370ec43b")
                .v2Key("integration-test-key-0123456789a")
                .build())) {
            UnifiedOrderRequest order = UnifiedOrderRequest.builder()
                    .body("a")
                    .outTradeNo("1")
                    .totalFee(1)
                    .spbillCreateIp("127.0.0.1")
                    .notifyUrl("https://m.example/paid")
                    .tradeType(OrderTradeType.JSAPI)
                    .openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o")
                    .build();

            assertThat(pay.frontEnd().v2().jsapi("wx1").signType()).isEqualTo(order.signTypeValue());
        }
    }
}
