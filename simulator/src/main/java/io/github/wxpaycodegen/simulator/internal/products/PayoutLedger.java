package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.Transfer.State;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The payments of v2 to people (企业付款), in memory, and the rules for changing their states. */
public final class PayoutLedger {
    /** The kind of a payment. Each has numbers of its own. */
    public enum Kind {
        /** To the balance of a user. */
        WALLET,
        /** To the balance of an employee, by WeCom. */
        EMPLOYEE,
        /** To a bank card. */
        BANK
    }

    /** Limits of payments to bank cards in fen, by the official page of {@code pay_bank}. */
    private static final long MOST_TO_CARD = 2_000_000;

    private static final long MOST_TO_CARDS = 10_000_000;

    private final Clock clock;
    private final Numbers numbers;
    private final Map<Kind, Register<Transfer>> payments = new EnumMap<>(Kind.class);
    private boolean held;

    /** Creates an empty ledger. */
    public PayoutLedger(Clock clock, Numbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
        for (Kind kind : Kind.values()) {
            payments.put(kind, new Register<>(Problem.NO_TRANSFER, Problem.TRANSFER_DIFFERS));
        }
    }

    /** Keeps later payments in processing until they are finished; otherwise they are finished at once. */
    public synchronized void hold() {
        held = true;
    }

    /** Removes all payments. Later ones are finished at once. */
    public synchronized void clear() {
        payments.values().forEach(Register::clear);
        held = false;
    }

    /** Pays a person. An equal request returns the existing payment. */
    public synchronized Transfer pay(Kind kind, Map<String, String> request) throws ProblemException {
        String number = request.getOrDefault("partner_trade_no", "");
        return of(kind).create(number, request, () -> {
            Instant now = clock.instant();
            State state = held ? State.PROCESSING : State.SUCCESS;
            Transfer payment = new Transfer(number, request, numbers.transferId(now), now, state, "", now);
            check(kind, payment);
            return payment;
        });
    }

    private Register<Transfer> of(Kind kind) {
        return Objects.requireNonNull(payments.get(kind));
    }

    private void check(Kind kind, Transfer payment) throws ProblemException {
        if (payment.amount() <= 0) {
            throw new ProblemException(Problem.NO_MONEY);
        }
        if (payment.text("check_name").equals("FORCE_CHECK")
                && payment.text("re_user_name").isEmpty()) {
            throw new ProblemException(Problem.NAME_TO_CHECK);
        }
        if (kind == Kind.BANK) {
            requireRestOfDay(payment);
        }
    }

    private void requireRestOfDay(Transfer payment) throws ProblemException {
        List<Transfer> today = of(Kind.BANK).all().stream()
                .filter(each -> BeijingTime.day(each.created()).equals(BeijingTime.day(payment.created())))
                .filter(each -> each.state() != State.FAIL)
                .toList();
        List<Transfer> toCard = today.stream()
                .filter(each -> each.text("enc_bank_no").equals(payment.text("enc_bank_no")))
                .toList();
        if (payment.amount() > MOST_TO_CARD - amount(toCard) || payment.amount() > MOST_TO_CARDS - amount(today)) {
            throw new ProblemException(Problem.BANK_LIMIT);
        }
    }

    private static long amount(List<Transfer> payments) {
        return payments.stream().mapToLong(Transfer::amount).sum();
    }

    /**
     * Returns the payment with a {@code partner_trade_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Transfer payment(Kind kind, String partnerTradeNo) throws ProblemException {
        return of(kind).find(partnerTradeNo);
    }

    /** Finishes a payment that is being processed, of whatever kind. */
    public synchronized Transfer finish(String partnerTradeNo, State state, String reason) throws ProblemException {
        Problem problem = Problem.NO_TRANSFER;
        for (Register<Transfer> kind : payments.values()) {
            List<Transfer> found = kind.all().stream()
                    .filter(each -> each.key().equals(partnerTradeNo))
                    .toList();
            for (Transfer payment : found) {
                if (payment.state() == State.PROCESSING) {
                    return kind.keep(payment.with(state, reason, clock.instant()));
                }
                problem = Problem.TRANSFER_STATE;
            }
        }
        throw new ProblemException(problem);
    }

    /** Returns all payments that arrived, oldest first in each of the kinds. */
    public synchronized List<Transfer> arrived() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> of(kind).all().stream())
                .filter(payment -> payment.state() == State.SUCCESS)
                .toList();
    }
}
