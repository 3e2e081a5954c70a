package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreOrder.Change;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreOrder.State;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The payscore orders of the merchant, in memory, and the rules for changing their states. Their payments are in the
 * {@link Ledger}, where they are refunded by their {@code transaction_id}.
 */
public final class PayScoreLedger {
    /** Listener that is notified of orders that users confirmed or paid. It must not block. */
    public interface Listener {
        void confirmed(PayScoreOrder order);

        void paid(PayScoreOrder order);
    }

    private static final Duration CONFIRMATION = Duration.ofDays(30);
    /** Stands for the moment at which the user confirms the order. */
    private static final String ON_ACCEPT = "OnAccept";

    /** The names of risks that stand for a deposit. */
    private static final Set<String> DEPOSITS = Set.of("DEPOSIT", "ADVANCE", "CASH_DEPOSIT");

    private static final String START = "time_range.start_time";

    private final Ledger ledger;
    private final Clock clock;
    private final Numbers numbers;
    private final String mchid;
    private final Listener listener;
    private final Register<PayScoreOrder> orders = new Register<>(Problem.NO_SERVICE_ORDER, Problem.SERVICE_ORDER_USED);

    /** Creates an empty ledger. */
    public PayScoreLedger(Ledger ledger, Clock clock, Numbers numbers, String mchid, Listener listener) {
        this.ledger = ledger;
        this.clock = clock;
        this.numbers = numbers;
        this.mchid = mchid;
        this.listener = listener;
    }

    /** Removes all orders. */
    public synchronized void clear() {
        orders.clear();
    }

    /**
     * Creates an order, which waits for the user unless the request waives the confirmation. An equal request returns
     * the existing one.
     */
    public synchronized PayScoreOrder create(Map<String, String> request) throws ProblemException {
        boolean waived = "false".equals(request.get("need_user_confirm"));
        String key = Register.key(request.getOrDefault("sub_mchid", ""), request.getOrDefault("out_order_no", ""));
        return current(orders.create(key, request, () -> made(key, request, waived)));
    }

    private PayScoreOrder made(String key, Map<String, String> request, boolean waived) {
        Instant now = clock.instant();
        PayScoreOrder order = new PayScoreOrder(
                key,
                request,
                numbers.payScoreId(now),
                now,
                State.CREATED,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return waived ? started(order) : order;
    }

    /** Creates an order and completes it at once. An equal request has no effect. */
    public synchronized PayScoreOrder createComplete(Map<String, String> request) throws ProblemException {
        long total = total(request);
        String key = Register.key(request.getOrDefault("sub_mchid", ""), request.getOrDefault("out_order_no", ""));
        return orders.create(key, request, () -> {
            PayScoreOrder made = made(key, request, true);
            requireWithinRisk(made, total);
            return completed(made, parts(request), total);
        });
    }

    /**
     * Returns an order by the merchant's number.
     *
     * @throws ProblemException if there is none of the sub-merchant and the service that the request names
     */
    public synchronized PayScoreOrder order(Map<String, String> request) throws ProblemException {
        PayScoreOrder order = current(orders.find(
                Register.key(request.getOrDefault("sub_mchid", ""), request.getOrDefault("out_order_no", ""))));
        String service = request.getOrDefault("service_id", "");
        if (!service.isEmpty() && !service.equals(order.text("service_id"))) {
            throw new ProblemException(Problem.NO_SERVICE_ORDER);
        }
        return order;
    }

    /**
     * Returns the first order with a number, whatever its sub-merchant.
     *
     * @throws ProblemException if there is none
     */
    public synchronized PayScoreOrder order(String number) throws ProblemException {
        return current(orders.first(order -> order.number().equals(number)));
    }

    /** Returns all orders, oldest first. */
    public synchronized List<PayScoreOrder> orders() {
        return orders.all().stream().map(this::current).toList();
    }

    /** Lets an order expire that the user has not confirmed in time. */
    private PayScoreOrder current(PayScoreOrder order) {
        boolean late = !clock.instant().isBefore(order.created().plus(CONFIRMATION));
        return order.state() == State.CREATED && late ? orders.keep(order.with(State.EXPIRED)) : order;
    }

    /** Confirms an order, as the user does. */
    public synchronized PayScoreOrder confirm(String number) throws ProblemException {
        PayScoreOrder confirmed = orders.keep(started(in(order(number), Change.CONFIRM.from())));
        listener.confirmed(confirmed);
        return confirmed;
    }

    /** Lets an order expire, as if the user had not confirmed it in time. */
    public synchronized PayScoreOrder expire(String number) throws ProblemException {
        return orders.keep(in(order(number), Change.EXPIRE.from()).with(State.EXPIRED));
    }

    private PayScoreOrder started(PayScoreOrder order) {
        boolean now = order.text(START).equals(ON_ACCEPT);
        Map<String, String> changes = now ? Map.of(START, BeijingTime.compact(clock.instant())) : Map.of();
        return order.with(State.USER_CONFIRM, changes, order.total());
    }

    /** Cancels an order that is not paid. Canceling it again has no effect. */
    public synchronized PayScoreOrder cancel(PayScoreOrder order) throws ProblemException {
        return order.state() == State.REVOKED
                ? order
                : orders.keep(in(order, Set.of(State.CREATED, State.USER_CONFIRM, State.MCH_COMPLETE))
                        .with(State.REVOKED));
    }

    /** Completes an order: the user owes its amount. An equal request has no effect. */
    public synchronized PayScoreOrder complete(PayScoreOrder order, Map<String, String> request)
            throws ProblemException {
        long total = total(request);
        PayScoreOrder present = current(orders.find(order.key()));
        // An order without an amount is done by its completion, and any order by its payment.
        boolean again = (present.state() == State.MCH_COMPLETE || present.state() == State.DONE)
                && present.later().entrySet().containsAll(request.entrySet());
        if (again) {
            return present;
        }
        PayScoreOrder open = in(present, Set.of(State.USER_CONFIRM));
        requireWithinRisk(open, total);
        return orders.keep(completed(open, request, total));
    }

    /** A user who was spared a deposit owes at most this deposit. An estimate of the amount does not limit it. */
    private static void requireWithinRisk(PayScoreOrder order, long total) throws ProblemException {
        String risk = order.text("risk_fund.amount");
        if (DEPOSITS.contains(order.text("risk_fund.name")) && !risk.isEmpty() && total > Long.parseLong(risk)) {
            throw new ProblemException(Problem.PAYSCORE_RISK);
        }
    }

    /** Lowers the amount of an order that is completed but not paid. */
    public synchronized PayScoreOrder modify(PayScoreOrder order, Map<String, String> request) throws ProblemException {
        long total = total(request);
        PayScoreOrder open = in(order, Set.of(State.MCH_COMPLETE));
        if (total > open.total().orElseThrow()) {
            throw new ProblemException(Problem.PAYSCORE_RAISED);
        }
        return orders.keep(completed(open, request, total));
    }

    private static Map<String, String> parts(Map<String, String> request) {
        Map<String, String> parts = new LinkedHashMap<>(request);
        parts.keySet().removeIf(name -> !PayScoreOrder.isPart(name));
        return parts;
    }

    /** An order without an amount needs no payment, so it is done. */
    private static PayScoreOrder completed(PayScoreOrder order, Map<String, String> request, long total) {
        return order.with(total == 0 ? State.DONE : State.MCH_COMPLETE, request, Optional.of(total));
    }

    /** Returns the amount of a request, which must be the sum of its parts. */
    private static long total(Map<String, String> request) throws ProblemException {
        long total = Long.parseLong(request.getOrDefault("total_amount", "0"));
        try {
            if (total < 0
                    || Math.subtractExact(sum(request, "post_payments"), sum(request, "post_discounts")) != total) {
                throw new ProblemException(Problem.PAYSCORE_TOTAL);
            }
        } catch (ArithmeticException e) {
            // No total is the sum of amounts that are so large.
            throw new ProblemException(Problem.PAYSCORE_TOTAL);
        }
        return total;
    }

    private static long sum(Map<String, String> request, String list) {
        return Flattened.elements(request, list).stream()
                .mapToLong(part -> Long.parseLong(part.getOrDefault("amount", "0")))
                .reduce(0, Math::addExact);
    }

    /**
     * Pays the amount of an order, as the user does, or the gateway on the merchant's request.
     *
     * @return the order with its payment
     */
    public synchronized PayScoreOrder pay(PayScoreOrder order) throws ProblemException {
        PayScoreOrder open = in(order, Change.PAY.from());
        Payment payment = ledger.pay(ledger.create(payable(open)));
        String transactionId = payment.receipt().orElseThrow().transactionId();
        PayScoreOrder paid = orders.keep(open.paid(new PayScoreOrder.Collection(transactionId, clock.instant())));
        listener.paid(paid);
        return paid;
    }

    /** Returns the order of the payment. Its number is the gateway's: the merchant's is not one of basic payment. */
    private Order payable(PayScoreOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(order.subMchid().isEmpty() ? "appid" : "sp_appid", order.text("appid"));
        fields.put(order.subMchid().isEmpty() ? "mchid" : "sp_mchid", mchid);
        fields.put("sub_appid", order.text("sub_appid"));
        fields.put("sub_mchid", order.subMchid());
        fields.put("description", order.text("service_introduction"));
        fields.put("attach", order.text("attach"));
        fields.put("payer.openid", order.openid());
        fields.put("settle_info.profit_sharing", order.fields().getOrDefault("profit_sharing", "false"));
        fields.values().removeIf(String::isEmpty);
        return new Order(
                Protocol.V3,
                "PAYSCORE",
                order.orderId(),
                order.subMchid(),
                order.total().orElseThrow(),
                "CNY",
                Optional.empty(),
                fields);
    }

    /**
     * Records that the merchant received the money by other means, which has no notification: the merchant knows it.
     * Repeating it has no effect.
     */
    public synchronized PayScoreOrder payElsewhere(PayScoreOrder order, Instant time) throws ProblemException {
        boolean again = order.collection()
                .filter(payment -> payment.transactionId().isEmpty())
                .isPresent();
        return again
                ? order
                : orders.keep(in(order, Set.of(State.MCH_COMPLETE)).paid(new PayScoreOrder.Collection("", time)));
    }

    /**
     * Returns an order in its current state, which must be one of some states. The snapshot of the caller may be
     * outdated.
     */
    private PayScoreOrder in(PayScoreOrder order, Set<State> allowed) throws ProblemException {
        PayScoreOrder current = current(orders.find(order.key()));
        if (!allowed.contains(current.state())) {
            throw new ProblemException(
                    switch (current.state()) {
                        case REVOKED -> Problem.SERVICE_ORDER_CANCELED;
                        case EXPIRED -> Problem.SERVICE_ORDER_CLOSED;
                        case DONE -> Problem.SERVICE_ORDER_DONE;
                        case CREATED, USER_CONFIRM, MCH_COMPLETE -> Problem.SERVICE_ORDER_STATE;
                    });
        }
        return current;
    }
}
