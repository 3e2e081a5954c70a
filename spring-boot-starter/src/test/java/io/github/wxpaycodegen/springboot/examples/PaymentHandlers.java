package io.github.wxpaycodegen.springboot.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v2.NativeScanned;
import io.github.wxpaycodegen.client.notifications.v2.NativeScannedReply;
import io.github.wxpaycodegen.client.notifications.v3.RefundSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.runtime.message.ResultCode;
import io.github.wxpaycodegen.springboot.notification.NotificationRequest;
import io.github.wxpaycodegen.springboot.notification.WxPayNotification;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.annotation.Transactional;

/** Handlers of notifications, as the guide shows them. */
class PaymentHandlers {
    private final Orders orders;
    private final Archive archive;
    private final Mail mail;

    PaymentHandlers(Orders orders, Archive archive, Mail mail) {
        this.orders = orders;
        this.archive = archive;
        this.mail = mail;
    }

    @WxPayNotification
    void paid(TransactionSuccess n) {
        orders.paid(n.resource().outTradeNo(), n.resource().amount().total());
    }

    @Order(1)
    @Transactional
    @WxPayNotification(merchants = {"tea-house", "bakery"})
    public void refunded(RefundSuccess n, String merchant, WxPay client, NotificationRequest request) {
        archive.store(n.id(), request.header("Wechatpay-Serial"), request.body());
        orders.refunded(merchant, n.resource().outRefundNo());
    }

    @Order(2)
    @WxPayNotification
    CompletionStage<Void> announce(RefundSuccess n) {
        return mail.send(n.resource().outTradeNo());
    }

    @WxPayNotification
    NativeScannedReply scanned(NativeScanned n) {
        return NativeScannedReply.builder()
                .resultCode(ResultCode.SUCCESS)
                .prepayId(orders.create(n.body().productId(), n.body().openid()))
                .build();
    }

    /** The merchant's orders. */
    interface Orders {
        void paid(String outTradeNo, Long fen);

        void refunded(String merchant, String outRefundNo);

        String create(String productId, String openid);
    }

    /** Notifications as received. */
    interface Archive {
        void store(String id, @Nullable String serial, byte[] body);
    }

    /** Messages to customers. */
    interface Mail {
        CompletionStage<Void> send(String outTradeNo);
    }
}
