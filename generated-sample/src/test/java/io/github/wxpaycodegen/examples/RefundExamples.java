package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.RefundAbnormal;
import io.github.wxpaycodegen.client.notifications.v3.RefundClosed;
import io.github.wxpaycodegen.client.notifications.v3.RefundSuccess;
import io.github.wxpaycodegen.client.v3.refund.DomesticRefundsRequest;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.client.v3.refund.RefundStatus;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import java.util.Objects;

/** The examples of the guide to refunds. */
final class RefundExamples {
    /** The shop's records of its refunds. */
    interface Ledger {
        /** Stores the request before it is sent. */
        void store(String outRefundNo, String request);

        /** Returns a stored request. */
        String load(String outRefundNo);

        /** The money has arrived. */
        void done(String outRefundNo, long fen);

        /** Somebody must look at it. */
        void failed(String outRefundNo, RefundStatus status);
    }

    private final WxPay pay;
    private final Ledger ledger;

    RefundExamples(WxPay pay, Ledger ledger) {
        this.pay = pay;
        this.ledger = ledger;
    }

    Refund refund(String number, String refundNumber, long fen, long ofFen) {
        DomesticRefundsRequest request = DomesticRefundsRequest.builder()
                .outTradeNo(number)
                .outRefundNo(refundNumber)
                .amount(a -> a.refund(fen).total(ofFen).currency("CNY"))
                .notifyUrl("https://shop.example.com/wxpay/notify")
                .build();
        ledger.store(refundNumber, request.toJson()); // before it is sent
        return pay.v3().refund().domestic().refunds(request); // PROCESSING: accepted, not yet paid back
    }

    Refund again(String refundNumber) {
        DomesticRefundsRequest request = DomesticRefundsRequest.fromJson(ledger.load(refundNumber));
        return pay.v3().refund().domestic().refunds(request); // the same number: never a second refund
    }

    void check(String refundNumber) {
        Refund refund =
                pay.v3().refund().domestic().refunds().outRefundNo(refundNumber).get();
        switch (Objects.requireNonNullElse(refund.status(), RefundStatus.UNRECOGNIZED)) {
            case SUCCESS -> ledger.done(refundNumber, refund.amount().refund());
            case CLOSED, ABNORMAL -> ledger.failed(refundNumber, refund.status());
            default -> {} // PROCESSING, no state, or one that is newer than this version: ask again later
        }
    }

    NotificationDispatcher notifications() {
        return pay.notifications()
                .dispatcher()
                .on(RefundSuccess.class, n -> check(n.resource().outRefundNo()))
                .on(RefundAbnormal.class, n -> check(n.resource().outRefundNo()))
                .on(RefundClosed.class, n -> check(n.resource().outRefundNo()))
                .build();
    }
}
