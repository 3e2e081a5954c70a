package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperation;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreLedger;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreNotices;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreOrder;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The operations of payscore orders, of merchants and of service providers. */
public final class PayScoreEndpoints {
    /** A change of an order by a request. */
    @FunctionalInterface
    private interface Change {
        PayScoreOrder apply(PayScoreOrder order, Map<String, String> request) throws ProblemException;
    }

    private static final int DAY = "yyyyMMdd".length();

    private final PayScoreLedger ledger;
    private final String mchid;

    /** Creates the operations on a ledger. */
    public PayScoreEndpoints(PayScoreLedger ledger, String mchid) {
        this.ledger = ledger;
        this.mchid = mchid;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        for (String home : List.of("v3/payscore/serviceorder", "v3/payscore/partner/serviceorder")) {
            operations.add("POST", home, request -> created(ledger.create(request)));
            operations.add("GET", home, request -> fields(ledger.order(request)));
            operations.add("POST", home + "/direct-complete", request -> fields(ledger.createComplete(request)));
            String order = home + "/{out_order_no}/";
            operations.add("POST", order + "cancel", change((each, request) -> ledger.cancel(each)));
            operations.add("POST", order + "complete", change(ledger::complete));
            operations.add("POST", order + "modify", change(ledger::modify));
            operations.add("POST", order + "pay", change((each, request) -> ledger.pay(each)));
            operations.add("POST", order + "sync", change((each, request) -> ledger.payElsewhere(each, paid(request))));
            for (String message : List.of("send-pendingmessage", "send-prepaidmessage")) {
                operations.add("POST", order + message, change((each, request) -> each));
            }
        }
    }

    private StatefulOperation change(Change change) {
        return request -> fields(change.apply(ledger.order(request), request));
    }

    private Map<String, String> created(PayScoreOrder order) {
        Map<String, String> fields = fields(order);
        fields.put("package", "package-of-" + order.orderId());
        return fields;
    }

    private Map<String, String> fields(PayScoreOrder order) {
        return PayScoreNotices.fields(order, mchid);
    }

    /** Returns the time at which the merchant received the money, which may be a day only. */
    private static Instant paid(Map<String, String> request) throws ProblemException {
        String time = Fields.text(request, "detail.paid_time");
        return BeijingTime.read(time.length() == DAY ? time + "000000" : time)
                .orElseThrow(() -> new ProblemException(Problem.BAD_TIME));
    }
}
