package io.github.wxpaycodegen.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.v3.pay.NativePrepayment;
import io.github.wxpaycodegen.client.v3.pay.PayApi;
import io.github.wxpaycodegen.client.v3.pay.TransactionsNativeRequest;
import io.github.wxpaycodegen.runtime.ApiContext;
import org.junit.jupiter.api.Test;

/** The interface of a URI, stubbed by hand. */
class EndpointStubTest {
    @Test
    void everyFormLeadsToTheStubbedOne() {
        PayApi.Transactions.Native orders = new PayApi.Transactions.Native() {
            @Override
            public NativePrepayment post(TransactionsNativeRequest request) {
                return NativePrepayment.fromJson("{\"code_url\": \"weixin://wxpay/" + request.outTradeNo() + "\"}");
            }

            @Override
            public ApiContext context() {
                throw new AssertionError("a stub calls nobody");
            }
        };

        NativePrepayment response = orders.post(order -> order.appid("wx8888888888888888")
                .mchid("1230000109")
                .description("Tea")
                .outTradeNo("ORDER-1")
                .notifyUrl("https://shop.example/wxpay/notify")
                .amount(amount -> amount.total(100)));

        assertThat(response.codeUrl()).isEqualTo("weixin://wxpay/ORDER-1");
    }
}
