package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.TradeState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The combined orders of the merchant, in memory. Their sub-orders are in the {@link Ledger}, as any other order is. */
public final class CombinedLedger {
    /** Listener that is notified of payments. It must not block. */
    public interface Listener {
        void paid(CombinedOrder order, List<Payment> parts);
    }

    private final Ledger ledger;
    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Register<CombinedOrder> orders = new Register<>(Problem.NO_ORDER, Problem.NUMBER_USED);

    /** Creates an empty ledger. */
    public CombinedLedger(Ledger ledger, Clock clock, Numbers numbers, Listener listener) {
        this.ledger = ledger;
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /** Removes all combined orders; their sub-orders are removed with the other orders. */
    public synchronized void clear() {
        orders.clear();
    }

    /**
     * Creates an order, or, with an equal request, returns the existing one.
     *
     * @return its prepay id
     */
    public synchronized String create(CombinedOrder order) throws ProblemException {
        orders.create(order.key(), order.request(), () -> {
            ledger.createTogether(order.parts());
            return order;
        });
        // A repeated request may need a new prepay id, and fails if the order is paid or closed.
        return ledger.createTogether(order.parts()).get(0).prepayId();
    }

    /**
     * Returns the order with a {@code combine_out_trade_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized CombinedOrder order(String number) throws ProblemException {
        return orders.find(number);
    }

    /**
     * Returns the order with a {@code combine_transaction_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized CombinedOrder orderByTransaction(String transactionId) throws ProblemException {
        return orders.first(order -> order.transactionId().equals(transactionId));
    }

    /** Returns the sub-orders of an order with their states. */
    public synchronized List<Payment> parts(CombinedOrder order) throws ProblemException {
        List<Payment> parts = new ArrayList<>();
        for (Order part : order.parts()) {
            parts.add(ledger.byNumber(part.subMchid(), part.outTradeNo()));
        }
        return parts;
    }

    /** Pays all sub-orders. */
    public synchronized CombinedOrder pay(String number) throws ProblemException {
        CombinedOrder order = orders.find(number);
        List<Payment> paid = ledger.payTogether(parts(order));
        CombinedOrder changed = orders.keep(order.paid(numbers.transactionId(clock.instant())));
        listener.paid(changed, paid);
        return changed;
    }

    /**
     * Closes all sub-orders. Closing them again has no effect.
     *
     * @param named the numbers of the sub-orders in the request, which must be all of the order
     */
    public synchronized void close(String number, Set<String> named) throws ProblemException {
        CombinedOrder order = orders.find(number);
        boolean all = order.parts().stream().allMatch(part -> named.contains(part.outTradeNo()))
                && named.size() == order.parts().size();
        if (!all) {
            throw new ProblemException(Problem.PARTS_DIFFER);
        }
        List<Payment> parts = parts(order);
        if (parts.stream().anyMatch(part -> part.state() != TradeState.CLOSED)) {
            ledger.closeTogether(parts);
        }
    }

    /** Ends the time in which the sub-orders can be paid. */
    public synchronized void expire(String number) throws ProblemException {
        for (Payment part : parts(orders.find(number))) {
            ledger.expire(part);
        }
    }
}
