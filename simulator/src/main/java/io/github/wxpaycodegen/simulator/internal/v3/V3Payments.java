package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.orders.TradeState;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The v3 operations of basic payment and its refunds, of merchants and of service providers. */
public final class V3Payments {
    private static final List<String> HOMES = List.of("v3/pay/transactions", "v3/pay/partner/transactions");
    private static final Map<String, String> TRADE_TYPES =
            Map.of("jsapi", "JSAPI", "miniprogram", "JSAPI", "app", "APP", "native", "NATIVE", "h5", "MWEB");
    private static final String REFUNDS = "v3/refund/domestic/refunds";

    private final Ledger ledger;

    /** Creates the operations on the orders of a ledger. */
    public V3Payments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        for (String home : HOMES) {
            TRADE_TYPES.forEach((name, type) ->
                    operations.add("POST", home + "/" + name, request -> prepaid(create(request, type))));
            operations.add(
                    "POST", home + "/codepay", request -> V3Fields.of(ledger.payByCode(create(request, "MICROPAY"))));
            operations.add("GET", home + "/id/{transaction_id}", request -> V3Fields.of(payment(request)));
            operations.add("GET", home + "/out-trade-no/{out_trade_no}", request -> V3Fields.of(payment(request)));
            operations.add("POST", home + "/out-trade-no/{out_trade_no}/close", this::close);
            operations.add("POST", home + "/out-trade-no/{out_trade_no}/reverse", this::reverse);
        }
        operations.add("POST", REFUNDS, this::refund);
        operations.add("POST", REFUNDS + "/{refund_id}/apply-abnormal-refund", this::refundElsewhere);
        operations.add(
                "GET",
                REFUNDS + "/{out_refund_no}",
                request -> V3Fields.of(ledger.refund(request.getOrDefault("out_refund_no", ""))));
    }

    private Payment create(Map<String, String> request, String tradeType) throws ProblemException {
        return ledger.create(new Order(
                Protocol.V3,
                tradeType,
                request.getOrDefault("out_trade_no", ""),
                request.getOrDefault("sub_mchid", ""),
                amount(request, "amount.total"),
                request.getOrDefault("amount.currency", "CNY"),
                Optional.ofNullable(request.get("time_expire")).flatMap(BeijingTime::read),
                request));
    }

    /**
     * Returns all fields with which a payer can open the order. The response contains those that its spec declares.
     */
    private static Map<String, String> prepaid(Payment payment) {
        return Map.of(
                "prepay_id", payment.prepayId(),
                "code_url", "weixin://wxpay/bizpayurl?pr=" + payment.prepayId(),
                "h5_url", "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=" + payment.prepayId());
    }

    private Payment payment(Map<String, String> request) throws ProblemException {
        String transactionId = request.getOrDefault("transaction_id", "");
        return transactionId.isEmpty()
                ? ledger.byNumber(request.getOrDefault("sub_mchid", ""), request.getOrDefault("out_trade_no", ""))
                : ledger.byTransaction(transactionId);
    }

    /** Closes an order. Closing a closed order is not an error. */
    private Map<String, String> close(Map<String, String> request) throws ProblemException {
        Payment payment = payment(request);
        if (payment.state() != TradeState.CLOSED) {
            ledger.close(payment);
        }
        return Map.of();
    }

    private Map<String, String> reverse(Map<String, String> request) throws ProblemException {
        ledger.reverse(payment(request));
        return request;
    }

    private Map<String, String> refund(Map<String, String> request) throws ProblemException {
        return V3Fields.of(ledger.refund(
                paymentToRefund(request),
                new Refund.Request(
                        Protocol.V3,
                        request.getOrDefault("out_refund_no", ""),
                        amount(request, "amount.refund"),
                        amount(request, "amount.total"),
                        request)));
    }

    /** Refunds to another account, because the payer's bank rejected the refund. */
    private Map<String, String> refundElsewhere(Map<String, String> request) throws ProblemException {
        String refundId = request.getOrDefault("refund_id", "");
        Refund refund = ledger.refunds(each -> each.refundId().equals(refundId)
                        && each.request().outRefundNo().equals(request.get("out_refund_no")))
                .get(0);
        return V3Fields.of(ledger.retry(refund));
    }

    private Payment paymentToRefund(Map<String, String> request) throws ProblemException {
        try {
            return payment(request);
        } catch (ProblemException e) {
            throw new ProblemException(Problem.NO_ORDER_TO_REFUND);
        }
    }

    /** Parses an amount, which the field rules have validated. */
    private static long amount(Map<String, String> request, String field) {
        return Long.parseLong(request.getOrDefault(field, "0"));
    }
}
