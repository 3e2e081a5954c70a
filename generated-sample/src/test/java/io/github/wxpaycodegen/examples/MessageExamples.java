package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.refund.DomesticRefundsRequest;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import java.util.Map;

/** Messages outside of a call: stored, sent again, made for a test, and with fields that no spec has. */
final class MessageExamples {
    private final WxPay pay;
    private final Map<String, String> store;

    MessageExamples(WxPay pay, Map<String, String> store) {
        this.pay = pay;
        this.store = store;
    }

    Refund refund(String outTradeNo, String outRefundNo) {
        DomesticRefundsRequest request = DomesticRefundsRequest.builder()
                .outTradeNo(outTradeNo)
                .outRefundNo(outRefundNo)
                .amount(a -> a.refund(100).total(500).currency("CNY"))
                .build();
        store.put(outRefundNo, request.toJson()); // before the call

        return pay.v3().refund().domestic().refunds(request);
    }

    Refund refundAgain(String outRefundNo) {
        DomesticRefundsRequest request = DomesticRefundsRequest.fromJson(store.get(outRefundNo));

        return pay.v3().refund().domestic().refunds(request); // the same request, signed anew
    }

    static Refund fixture() {
        return Refund.fromJson("""
            {"out_refund_no": "R1", "status": "SUCCESS", "amount": {"refund": 100}}
            """);
    }

    static void handle(Transaction order, Shop shop) {
        switch (order.tradeState()) {
            case SUCCESS -> shop.deliver(order.outTradeNo());
            case NOTPAY, USERPAYING -> shop.waitFor(order.outTradeNo());
            default -> shop.askSomebody(order.outTradeNo(), order.tradeStateValue()); // also a state that is new
        }
    }

    interface Shop {
        void deliver(String outTradeNo);

        void waitFor(String outTradeNo);

        void askSomebody(String outTradeNo, String state);
    }

    Refund putFields(String outTradeNo, String outRefundNo) {
        return pay.v3().refund().domestic().refunds(b -> b.outTradeNo(outTradeNo)
                .putField("out_refund_no", outRefundNo) // longer than the spec believes
                .putField("priority", 1) // a field that the spec does not have yet
                .putJsonField("labels", "[\"vip\"]")
                .putEncryptedField("payee_name", "张三")
                .amount(a -> a.refund(100).total(500).currency("CNY")));
    }
}
