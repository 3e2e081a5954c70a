package io.github.wxpaycodegen.examples;

import com.sun.net.httpserver.Headers;
import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v2.NativeScanned;
import io.github.wxpaycodegen.client.notifications.v2.NativeScannedReply;
import io.github.wxpaycodegen.client.notifications.v3.RefundSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.runtime.message.ResultCode;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Notifications, as the guide shows them. */
@SuppressWarnings("UnusedVariable") // A program goes on with the values where an example ends.
final class NotificationExamples {
    private NotificationExamples() {}

    static void read(WxPay pay, Headers headers, byte[] body, Orders orders) {
        Notification n = pay.notifications().parse(headers::getFirst, body);
        if (n instanceof TransactionSuccess paid) {
            orders.paid(paid.resource().outTradeNo(), paid.resource().amount().total());
        }
    }

    static void handle(WxPay pay, Orders orders, Refunds refunds) {
        NotificationDispatcher dispatcher = pay.notifications()
                .dispatcher()
                .on(TransactionSuccess.class, n -> orders.paid(n.resource().outTradeNo()))
                .onAsync(
                        RefundSuccess.class, n -> refunds.doneAsync(n.resource().outRefundNo()))
                .build();
    }

    static NotificationDispatcher reply(WxPay pay, Products orders) {
        return pay.notifications()
                .dispatcher()
                .replyTo(NativeScanned.class, scanned -> {
                    String prepayId = orders.create(
                            scanned.body().productId(), scanned.body().openid());
                    return prepayId == null
                            ? NativeScannedReply.builder()
                                    .resultCode(ResultCode.FAIL)
                                    .errCodeDes("商品已售完")
                                    .build()
                            : NativeScannedReply.builder()
                                    .resultCode(ResultCode.SUCCESS)
                                    .prepayId(prepayId)
                                    .build();
                })
                .build();
    }

    static void test(Simulator gateway, URI notifyUrl) {
        gateway.notifications().send(notifyUrl, Notice.v3("TRANSACTION.SUCCESS").with("out_trade_no", "A1"));
        gateway.notifications().send(notifyUrl, Notice.v3("TRANSACTION.SUCCESS").withFault(NoticeFault.BAD_SIGNATURE));
    }

    /** The merchant's orders. */
    interface Orders {
        void paid(String outTradeNo);

        void paid(String outTradeNo, Long fen);
    }

    /** Product that the merchant sells. */
    interface Products {
        @Nullable
        String create(String productId, String openid);
    }

    /** The merchant's refunds. */
    interface Refunds {
        CompletionStage<Void> doneAsync(String outRefundNo);
    }
}
