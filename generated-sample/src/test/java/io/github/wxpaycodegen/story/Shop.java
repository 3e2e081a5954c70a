package io.github.wxpaycodegen.story;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.RefundSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.client.v3.refund.RefundStatus;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The backend of a shop that uses WeChat Pay, and its records. */
final class Shop {
    private final WxPay pay;
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final Map<String, Long> paid = new ConcurrentHashMap<>();
    private final Map<String, Long> refunded = new ConcurrentHashMap<>();

    Shop(WxPay pay) {
        this.pay = pay;
    }

    /** What it does when it hears of something; it looks at what was said, and asks the gateway before it believes. */
    NotificationDispatcher dispatcher() {
        return pay.notifications()
                .dispatcher()
                .on(TransactionSuccess.class, n -> {
                    Transaction order = query(n.resource().outTradeNo());
                    if (TradeState.SUCCESS.equals(order.tradeState())) {
                        paid.put(order.outTradeNo(), order.amount().total());
                        news.add("paid " + order.outTradeNo());
                    }
                })
                .on(RefundSuccess.class, n -> {
                    Refund refund = queryRefund(n.resource().outRefundNo());
                    if (RefundStatus.SUCCESS.equals(refund.status())) {
                        refunded.put(refund.outRefundNo(), refund.amount().refund());
                        news.add("refunded " + refund.outRefundNo());
                    }
                })
                .build();
    }

    /** Orders, and answers what the QR code at the till shows. */
    String order(String outTradeNo, long fen, URI notifyUrl) {
        String codeUrl = pay.v3()
                .pay()
                .transactions()
                .native_(b -> b.description("Two cups of tea, one for later")
                        .outTradeNo(outTradeNo)
                        .notifyUrl(notifyUrl.toString())
                        .amount(a -> a.total(fen).currency("CNY")))
                .codeUrl();
        return pay.frontEnd().qrCode(codeUrl);
    }

    Transaction query(String outTradeNo) {
        return pay.v3().pay().transactions().outTradeNo(outTradeNo).get();
    }

    Refund refund(String outTradeNo, String outRefundNo, long fen, long ofFen, URI notifyUrl) {
        return pay.v3().refund().domestic().refunds(b -> b.outTradeNo(outTradeNo)
                .outRefundNo(outRefundNo)
                .notifyUrl(notifyUrl.toString())
                .amount(a -> a.refund(fen).total(ofFen).currency("CNY")));
    }

    Refund queryRefund(String outRefundNo) {
        return pay.v3().refund().domestic().refunds().outRefundNo(outRefundNo).get();
    }

    /** Returns the last thing that was handled; null if nothing is within five minutes. */
    @Nullable
    String hear() throws InterruptedException {
        return news.poll(5, TimeUnit.MINUTES);
    }

    /** Payments by their number, in fen. */
    Map<String, Long> paid() {
        return paid;
    }

    /** Refunds by their number, in fen. */
    Map<String, Long> refunded() {
        return refunded;
    }
}
