package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.nio.file.Path;

/** A client and its first payment, as the README begins. */
final class FirstPayment {
    private FirstPayment() {}

    static WxPay client() {
        WxPay pay = WxPay.create(WxPayConfig.builder()
                .mchid("1900000001")
                .appid("wxd678efh567hg6787")
                .merchantPrivateKeyPem(Path.of("apiclient_key.pem"))
                .merchantSerial("5157F09EFDC096DE15EBE81A47057A72")
                .wechatPayPublicKeyPem("PUB_KEY_ID_0119000000012026010100000000000001", Path.of("pub_key.pem"))
                .v3Key(System.getenv("WXPAY_V3_KEY"))
                .build());
        return pay;
    }

    static Result run(WxPay pay, Shop shop) {
        String codeUrl = pay.v3()
                .pay()
                .transactions()
                .native_(order -> order.outTradeNo("ORDER-0001")
                        .description("茶叶")
                        .notifyUrl("https://shop.example.com/wxpay/notify")
                        .amount(amount -> amount.total(100).currency("CNY")))
                .codeUrl();

        NotificationDispatcher notifications = pay.notifications()
                .dispatcher()
                .on(
                        TransactionSuccess.class,
                        paid -> shop.paid(
                                paid.resource().outTradeNo(),
                                paid.resource().amount().total()))
                .build();

        Refund refund = pay.v3().refund().domestic().refunds(request -> request.outTradeNo("ORDER-0001")
                .outRefundNo("REFUND-0001")
                .amount(amount -> amount.refund(100).total(100).currency("CNY")));
        return new Result(codeUrl, notifications, refund);
    }

    /** The merchant's shop. */
    interface Shop {
        void paid(String outTradeNo, Long fen);
    }

    /** Results of the calls. */
    record Result(String codeUrl, NotificationDispatcher notifications, Refund refund) {}
}
