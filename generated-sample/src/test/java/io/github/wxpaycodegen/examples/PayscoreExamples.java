package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.payscore.CollectionState;
import io.github.wxpaycodegen.client.v3.payscore.RiskFundName;
import io.github.wxpaycodegen.client.v3.payscore.ServiceOrder;
import io.github.wxpaycodegen.client.v3.payscore.ServiceOrderState;
import io.github.wxpaycodegen.runtime.frontend.Jump;

/** The examples of the guide to payscore. */
final class PayscoreExamples {
    private static final String SERVICE = "500001";

    private final WxPay pay;

    PayscoreExamples(WxPay pay) {
        this.pay = pay;
    }

    Jump begin(String number) {
        ServiceOrder order = pay.v3().payscore().serviceOrder(b -> b.outOrderNo(number)
                .serviceId(SERVICE)
                .serviceIntroduction("共享充电宝")
                .timeRange(t -> t.startTime("OnAccept"))
                .riskFund(r -> r.name(RiskFundName.DEPOSIT).amount(9900)) // the most that the user may owe
                .needUserConfirm(true)
                .notifyUrl("https://rental.example.com/wxpay/notify"));
        return pay.frontEnd().payscore().confirmOrder(order.package_()).miniProgram();
    }

    ServiceOrder complete(String number, long feeFen, long discountFen) {
        return pay.v3().payscore().serviceOrder().outOrderNo(number).complete(b -> b.serviceId(SERVICE)
                .addPostPayment(p -> p.name("租金").amount(feeFen))
                .addPostDiscount(d -> d.name("新用户立减").amount(discountFen))
                .totalAmount(feeFen - discountFen));
    }

    void cancel(String number) {
        pay.v3().payscore().serviceOrder().outOrderNo(number).cancel(b -> b.serviceId(SERVICE)
                .reason("用户未取走"));
    }

    boolean isPaid(String number) {
        ServiceOrder order =
                pay.v3().payscore().serviceOrder().get(b -> b.outOrderNo(number).serviceId(SERVICE));
        return order.state() == ServiceOrderState.DONE
                && order.collection() != null // nothing was due
                && order.collection().state() == CollectionState.USER_PAID;
    }
}
