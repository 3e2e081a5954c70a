package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceLedger;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder.Kind;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder.State;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The v2 operations of rental and hotel orders. */
public final class V2ServiceOrders {
    private static final String MINI_PROGRAM = "wxd8f3793ea3b935b8";

    private final ServiceLedger ledger;

    /** Creates the operations on the orders of a ledger. */
    public V2ServiceOrders(ServiceLedger ledger) {
        this.ledger = ledger;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", "v2/wxv/createrentbill", request -> created(ledger.create(Kind.RENT, request)));
        operations.add("POST", "v2/wxv/createhotelbill", request -> created(ledger.create(Kind.HOTEL, request)));
        operations.add("POST", "v2/wxv/queryrentbill", request -> query(Kind.RENT, request));
        operations.add("POST", "v2/wxv/queryhotelbill", request -> query(Kind.HOTEL, request));
        operations.add("POST", "v2/wxv/cancelbill", this::cancel);
        operations.add("POST", "v2/wxv/finishrentbill", request -> finish(Kind.RENT, request));
        operations.add("POST", "v2/wxv/finishhotelbill", request -> finish(Kind.HOTEL, request));
        operations.add("POST", "v2/wxv/changerentmoney", this::changeMoney);
    }

    private static Map<String, String> created(ServiceOrder order) {
        Map<String, String> fields = new LinkedHashMap<>(order.fields());
        fields.put("miniprogram_appid", MINI_PROGRAM);
        fields.put("miniprogram_path", "pages/record/record");
        fields.put("miniprogram_username", "gh_8d3c4ad4eb05@app");
        fields.put("package", "package-of-" + order.orderId());
        return fields;
    }

    private Map<String, String> query(Kind kind, Map<String, String> request) throws ProblemException {
        return find(kind, request).fields();
    }

    private ServiceOrder find(Kind kind, Map<String, String> request) throws ProblemException {
        ServiceOrder order = ledger.find(request);
        if (order.kind() != kind) {
            throw new ProblemException(Problem.NO_SERVICE_ORDER);
        }
        return order;
    }

    /** Cancels an order. Canceling a canceled order is not an error. */
    private Map<String, String> cancel(Map<String, String> request) throws ProblemException {
        Set<State> open = Set.of(State.CREATED, State.USER_ACCEPTED, State.REVOKED);
        return ledger.change(ledger.find(request), open, order -> order.with(State.REVOKED))
                .fields();
    }

    /** Finishes an order. Finishing it again with an equal request is not an error. */
    private Map<String, String> finish(Kind kind, Map<String, String> request) throws ProblemException {
        ServiceOrder order = find(kind, request);
        if (!order.finishTicket().equals(request.get("finish_ticket"))) {
            throw new ProblemException(Problem.WRONG_TICKET);
        }
        boolean again = order.state() == State.FINISHED && order.later().equals(request);
        return again
                ? order.fields()
                : ledger.change(order, Set.of(State.USER_ACCEPTED), each -> each.with(State.FINISHED, request))
                        .fields();
    }

    /** Changes the amount of an order, which must be finished and not yet paid. */
    private Map<String, String> changeMoney(Map<String, String> request) throws ProblemException {
        return ledger.change(
                        find(Kind.RENT, request), Set.of(State.FINISHED), order -> order.with(State.FINISHED, request))
                .fields();
    }
}
