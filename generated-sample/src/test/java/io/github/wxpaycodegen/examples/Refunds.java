package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.refund.DomesticRefundsRequest;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import java.util.Objects;
import java.util.function.Function;

/** Makes refunds, and finds those whose response was lost. */
final class Refunds {
    private final Function<DomesticRefundsRequest, Refund> refunds;

    Refunds(WxPay pay) {
        this(pay.v3().refund().domestic().refunds()::post);
    }

    /** For tests. */
    Refunds(Function<DomesticRefundsRequest, Refund> refunds) {
        this.refunds = refunds;
    }

    Refund refund(DomesticRefundsRequest request) {
        try {
            return refunds.apply(request);
        } catch (WxPayException e) {
            try {
                if (e.canSettle() && e.settle() instanceof Refund found && isOf(found, request)) {
                    return found;
                }
            } catch (WxPayException query) {
                e.addSuppressed(query);
            }
            throw e;
        }
    }

    /** A refund number that was used before finds that earlier refund, which may be of another order or amount. */
    private static boolean isOf(Refund found, DomesticRefundsRequest request) {
        Refund.Amount amount = found.amount();
        return amount != null
                && Objects.equals(amount.refund(), request.amount().refund())
                && Objects.equals(found.outRefundNo(), request.outRefundNo())
                && (request.outTradeNo() == null || request.outTradeNo().equals(found.outTradeNo()))
                && (request.transactionId() == null || request.transactionId().equals(found.transactionId()));
    }
}
