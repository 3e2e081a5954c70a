package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDispatcher;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDraft;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceLedger;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder.Change;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Actions of users on rental and hotel orders ({@code /wxv/}). Returned by {@link Simulator#rentals()}.
 *
 * <p>An order is identified by its {@code out_order_no}. An action on an order that does not exist, or whose state does
 * not allow it, throws {@link IllegalStateException}. Such orders have no notification URL of their own; the merchant
 * has one for all of them, {@link #notifyUrl}.
 */
public final class Rentals {
    private final ServiceLedger ledger;
    private final NoticeDispatcher dispatcher;
    private final AtomicReference<@Nullable URI> url = new AtomicReference<>();

    Rentals(ServiceLedger ledger, NoticeDispatcher dispatcher) {
        this.ledger = ledger;
        this.dispatcher = dispatcher;
    }

    /** Sets the URL for notifications from now on; without it there are none. */
    public void notifyUrl(URI notifyUrl) {
        url.set(Arguments.required(notifyUrl, "notifyUrl"));
    }

    /** Confirms the order: {@code USER_ACCEPTED}, with the notification {@code CHECK.SUCCESS}. */
    public void confirm(String outOrderNo) {
        inform("CHECK.SUCCESS", change(outOrderNo, Change.CONFIRM));
    }

    /** Fails the user's confirmation: the order stays {@code CREATED}, with the notification {@code CHECK.FAIL}. */
    public void failConfirmation(String outOrderNo) {
        inform("CHECK.FAIL", change(outOrderNo, Change.FAIL_CONFIRMATION));
    }

    /** Lets the order expire without confirmation: {@code EXPIRED}. */
    public void expire(String outOrderNo) {
        change(outOrderNo, Change.EXPIRE);
    }

    /**
     * Pays a finished order: {@code USER_PAID}, with the notification {@code TRANSACTION.SUCCESS}.
     *
     * @return the {@code finish_transaction_id}
     */
    public String pay(String outOrderNo) {
        ServiceOrder paid = DirectActions.perform(outOrderNo, () -> ledger.pay(outOrderNo));
        inform("TRANSACTION.SUCCESS", paid);
        return paid.transactionId();
    }

    /** Fails the user's payment: the order stays {@code FINISHED}, with the notification {@code TRANSACTION.FAIL}. */
    public void failPayment(String outOrderNo) {
        inform("TRANSACTION.FAIL", change(outOrderNo, Change.FAIL_PAYMENT));
    }

    /** Returns the state of an order as a query returns it: {@code CREATED}, {@code USER_ACCEPTED}. */
    public String state(String outOrderNo) {
        return DirectActions.perform(outOrderNo, () -> ledger.find(outOrderNo))
                .state()
                .name();
    }

    /** Returns all orders, oldest first; the amount is that with which an order was finished. */
    public List<ProductSnapshot> list() {
        return ledger.orders().stream()
                .map(order -> new ProductSnapshot(
                        order.number(),
                        order.state().name(),
                        order.request().getOrDefault("goods_name", ""),
                        amount(order),
                        order.created(),
                        Transition.allowed(Change.values(), order.state())))
                .toList();
    }

    private static OptionalLong amount(ServiceOrder order) {
        String total = order.later().getOrDefault("total_amount", "");
        return total.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(total));
    }

    void reset() {
        ledger.clear();
        url.set(null);
    }

    private ServiceOrder change(String outOrderNo, Change change) {
        return DirectActions.perform(
                outOrderNo,
                () -> ledger.change(ledger.find(outOrderNo), change.from(), order -> order.with(change.to())));
    }

    private void inform(String event, ServiceOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("appid", order.request().getOrDefault("appid", ""));
        order.fields().forEach((name, value) -> fields.put("event_ciphertext." + name, value));
        NoticeDraft notice = NoticeDraft.exactly(Protocol.V2, event, fields);
        URI known = url.get();
        if (known != null) {
            dispatcher.dispatch(known.toString(), notice);
        }
    }
}
