package io.github.wxpaycodegen.samples.shop;

import io.github.wxpaycodegen.client.notifications.v3.RefundAbnormal;
import io.github.wxpaycodegen.client.notifications.v3.RefundClosed;
import io.github.wxpaycodegen.client.notifications.v3.RefundEvent;
import io.github.wxpaycodegen.client.notifications.v3.RefundSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionAmount;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccessResource;
import io.github.wxpaycodegen.springboot.notification.WxPayNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Handlers of the notifications of WeChat Pay. The starter verifies, decrypts and de-duplicates them. If a method throws, the
 * gateway sends the notification again.
 */
@Component
class PaymentHandlers {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentHandlers.class);

    private final Checkout checkout;
    private final Orders orders;

    PaymentHandlers(Checkout checkout, Orders orders) {
        this.checkout = checkout;
        this.orders = orders;
    }

    @WxPayNotification
    void paid(TransactionSuccess n) {
        TransactionSuccessResource payment = n.resource();
        String number = payment.outTradeNo();
        if (number != null && isOurs(number)) {
            TransactionAmount amount = payment.amount();
            checkout.paid(number, amount == null ? null : amount.total(), payment.successTime());
        }
    }

    @WxPayNotification
    void refunded(RefundSuccess n) {
        refund(n.resource());
    }

    @WxPayNotification
    void refundClosed(RefundClosed n) {
        refund(n.resource());
    }

    @WxPayNotification
    void refundFailed(RefundAbnormal n) {
        refund(n.resource());
    }

    private void refund(RefundEvent refund) {
        String number = refund.outTradeNo();
        if (number != null && isOurs(number)) {
            checkout.refunded(number, refund.outRefundNo(), refund.refundStatus(), refund.successTime());
        }
    }

    /** An order of the time before a restart is forgotten, and no repetition of its notification would change that. */
    private boolean isOurs(String number) {
        boolean known = orders.find(number).isPresent();
        if (!known) {
            LOG.error("WeChat Pay reports order {}, which this shop does not know", number);
        }
        return known;
    }
}
