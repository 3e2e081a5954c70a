package io.github.wxpaycodegen.simulator.internal.v2;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The v2 operations of basic payment and its refunds. */
public final class V2Payments {
    /** The official page of refundquery: more refunds are queried by their offset. */
    private static final int REFUNDS_OF_A_PAGE = 10;

    private final Ledger ledger;

    /** Creates the operations on the orders of a ledger. */
    public V2Payments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", "v2/pay/unifiedorder", this::unifiedOrder);
        operations.add("POST", "v2/pay/micropay", request -> payByCode(request, "MICROPAY"));
        operations.add("POST", "v2/pay/facepay", request -> payByCode(request, "FACEPAY"));
        for (String query : List.of("orderquery", "facepayquery", "paporderquery", "partner/paporderquery")) {
            operations.add("POST", "v2/pay/" + query, request -> V2Fields.of(payment(request)));
        }
        for (String query : List.of("queryorder", "partnerpay/queryorder")) {
            operations.add("POST", "v2/transit/" + query, request -> V2Fields.of(payment(request)));
        }
        operations.add("POST", "v2/pay/closeorder", this::close);
        operations.add("POST", "v2/secapi/pay/reverse", this::reverse);
        operations.add("POST", "v2/secapi/pay/facepayreverse", this::reverse);
        for (String version : List.of("", "v2")) {
            operations.add("POST", "v2/secapi/pay/refund" + version, this::refund);
            operations.add("POST", "v2/pay/refundquery" + version, this::refunds);
        }
    }

    /** Creates an order, and returns the fields with which the payer can open it. */
    public Map<String, String> unifiedOrder(Map<String, String> request) throws ProblemException {
        Payment payment = create(request, request.getOrDefault("trade_type", ""));
        String tradeType = payment.order().tradeType();
        Map<String, String> fields = new HashMap<>();
        fields.put("trade_type", tradeType);
        fields.put("prepay_id", payment.prepayId());
        payment.order().field("device_info").ifPresent(value -> fields.put("device_info", value));
        if (tradeType.equals("NATIVE")) {
            fields.put("code_url", "weixin://wxpay/bizpayurl?pr=" + payment.prepayId());
        }
        if (tradeType.equals("MWEB")) {
            fields.put(
                    "mweb_url", "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=" + payment.prepayId());
        }
        return fields;
    }

    private Payment create(Map<String, String> request, String tradeType) throws ProblemException {
        return ledger.create(new Order(
                Protocol.V2,
                tradeType,
                request.getOrDefault("out_trade_no", ""),
                request.getOrDefault("sub_mch_id", ""),
                amount(request, "total_fee"),
                request.getOrDefault("fee_type", "CNY"),
                Optional.ofNullable(request.get("time_expire")).flatMap(BeijingTime::read),
                request));
    }

    /** Pays with the code that the payer shows, or that the payer's face has. */
    Map<String, String> payByCode(Map<String, String> request, String tradeType) throws ProblemException {
        Payment payment = ledger.payByCode(create(request, tradeType));
        if (payment.state() == TradeState.USERPAYING) {
            throw new ProblemException(Problem.USERPAYING);
        }
        Map<String, String> fields = V2Fields.of(payment);
        payment.order().field("detail").ifPresent(value -> fields.put("detail", value));
        return fields;
    }

    /** Returns the payment that a request identifies, preferably by the gateway's number. */
    Payment payment(Map<String, String> request) throws ProblemException {
        String transactionId = request.getOrDefault("transaction_id", "");
        return transactionId.isEmpty()
                ? ledger.byNumber(request.getOrDefault("sub_mch_id", ""), request.getOrDefault("out_trade_no", ""))
                : ledger.byTransaction(transactionId);
    }

    private Map<String, String> close(Map<String, String> request) throws ProblemException {
        ledger.close(payment(request));
        return Map.of("result_msg", "OK");
    }

    /** Reverses an order. */
    Map<String, String> reverse(Map<String, String> request) throws ProblemException {
        ledger.reverse(payment(request));
        return Map.of("recall", "N");
    }

    /** Refunds an order. */
    Map<String, String> refund(Map<String, String> request) throws ProblemException {
        Refund.Request asked = new Refund.Request(
                Protocol.V2,
                request.getOrDefault("out_refund_no", ""),
                amount(request, "refund_fee"),
                amount(request, "total_fee"),
                request);
        return V2Fields.accepted(ledger.refund(payment(request), asked));
    }

    /** Returns one refund by its number, or all refunds of an order by the number of the order. */
    Map<String, String> refunds(Map<String, String> request) throws ProblemException {
        List<Refund> found =
                ledger.refunds(named(request, "refund_id", "out_refund_no", "transaction_id", "out_trade_no"));
        Payment payment = found.get(0).payment();
        long all = ledger.refunds().stream()
                .filter(refund -> refund.payment().order().equals(payment.order()))
                .count();
        int offset = (int) Math.min(found.size(), amount(request, "offset"));
        int end = Math.min(found.size(), offset + REFUNDS_OF_A_PAGE);
        return V2Fields.of(payment, found.subList(offset, end), all);
    }

    /** Selects refunds by the first number that is given; others are ignored. */
    private static Predicate<Refund> named(Map<String, String> request, String... names) {
        for (String name : names) {
            String number = request.getOrDefault(name, "");
            if (!number.isEmpty()) {
                return refund -> number.equals(V2Fields.accepted(refund).get(name));
            }
        }
        return refund -> false;
    }

    /** Parses an amount, which the field rules have validated. */
    static long amount(Map<String, String> request, String field) {
        return Long.parseLong(request.getOrDefault(field, "0"));
    }
}
