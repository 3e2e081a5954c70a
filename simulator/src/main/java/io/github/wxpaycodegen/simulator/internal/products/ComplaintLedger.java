package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.Complaint.Change;
import io.github.wxpaycodegen.simulator.internal.products.Complaint.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The complaints of the merchant's payers, in memory, and the rules for changing their states. */
public final class ComplaintLedger {
    /** Listener that is notified of new complaints and of their changes. It must not block. */
    public interface Listener {
        /**
         * Announces a change.
         *
         * @param action the {@code action_type} on the wire
         */
        void changed(Complaint complaint, String action, String url);
    }

    /** A step of the negotiation: its name in the log, and its name in notifications. */
    private record Step(String type, String action) {}

    private static final String APPROVED = "MERCHANT_APPROVE_REFUND";

    private final Ledger ledger;
    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Register<Complaint> complaints = new Register<>(Problem.NO_COMPLAINT, Problem.NO_COMPLAINT);
    private Optional<String> url = Optional.empty();

    /** Creates an empty ledger. */
    public ComplaintLedger(Ledger ledger, Clock clock, Numbers numbers, Listener listener) {
        this.ledger = ledger;
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /** Removes all complaints and the URL for notifications. */
    public synchronized void clear() {
        complaints.clear();
        url = Optional.empty();
    }

    /**
     * Sets the URL for notifications.
     *
     * @param isNew true if there must be none yet, and false if there must be one
     */
    public synchronized void notifyUrl(String given, boolean isNew) throws ProblemException {
        if (isNew == url.isPresent()) {
            throw new ProblemException(isNew ? Problem.COMPLAINT_URL_EXISTS : Problem.NO_COMPLAINT_URL);
        }
        url = Optional.of(given);
    }

    /**
     * Returns the URL for notifications.
     *
     * @throws ProblemException if there is none
     */
    public synchronized String notifyUrl() throws ProblemException {
        return url.orElseThrow(() -> new ProblemException(Problem.NO_COMPLAINT_URL));
    }

    /** Removes the URL for notifications. */
    public synchronized void removeNotifyUrl() throws ProblemException {
        notifyUrl();
        url = Optional.empty();
    }

    /**
     * Files a complaint about a payment, as its payer does.
     *
     * @param refundAmount the amount that the payer wants back, in fen; 0 for none
     */
    public synchronized Complaint file(Payment payment, String text, long refundAmount, String phone)
            throws ProblemException {
        if (payment.receipt().isEmpty()) {
            throw new ProblemException(Problem.NOT_PAID);
        }
        if (refundAmount > payment.order().total()) {
            throw new ProblemException(Problem.REFUND_TOO_LARGE);
        }
        Instant now = clock.instant();
        Complaint.Entry first = entry("USER_CREATE_COMPLAINT", false, text, Map.of());
        Complaint filed = complaints.keep(new Complaint(
                numbers.complaintId(now),
                payment,
                now,
                text,
                refundAmount,
                phone,
                State.PENDING,
                1,
                true,
                List.of(first)));
        announce(filed, "CREATE_COMPLAINT");
        return filed;
    }

    /**
     * Returns the complaint with a number.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Complaint complaint(String id) throws ProblemException {
        return complaints.find(id);
    }

    /** Returns all complaints, oldest first. */
    public synchronized List<Complaint> complaints() {
        return complaints.all();
    }

    /** Returns true if the whole payment of a complaint has been refunded. */
    public boolean isRefunded(Complaint complaint) {
        long refunded = ledger.refunds().stream()
                .filter(refund ->
                        refund.payment().order().equals(complaint.payment().order()))
                .filter(refund -> refund.state() == Refund.State.SUCCESS)
                .mapToLong(refund -> refund.request().amount())
                .sum();
        return refunded == complaint.payment().order().total();
    }

    /** Adds a message of the payer. */
    public synchronized Complaint userReplies(String id, String text) throws ProblemException {
        Complaint current = in(id, Change.REPLY);
        return changed(current, current.state(), true, new Step("USER_RESPONSE", "USER_RESPONSE"), text);
    }

    /** Complains again about what the merchant has processed. */
    public synchronized Complaint userContinues(String id, String text) throws ProblemException {
        Complaint current = in(id, Change.CONTINUE_COMPLAINT);
        Complaint.Entry entry = entry("USER_CONTINUE_COMPLAINT", false, text, Map.of());
        Complaint changed = complaints.keep(current.with(State.PENDING, true, current.times() + 1, entry));
        announce(changed, "CONTINUE_COMPLAINT");
        return changed;
    }

    /** Withdraws a complaint, which has no notification. */
    public synchronized Complaint userRevokes(String id) throws ProblemException {
        Complaint current = in(id, Change.REVOKE);
        Complaint.Entry entry = entry("USER_REVOKE_COMPLAINT", false, "", Map.of());
        return complaints.keep(current.with(State.PROCESSED, false, current.times(), entry));
    }

    /**
     * Adds a message of the merchant.
     *
     * @param more further fields of the step, by their path
     */
    public synchronized Complaint merchantReplies(Complaint complaint, String text, Map<String, String> more)
            throws ProblemException {
        Complaint current = open(complaint.key());
        Complaint.Entry entry = entry("MERCHANT_RESPONSE", true, text, more);
        Complaint changed = complaints.keep(current.with(State.PROCESSING, false, current.times(), entry));
        announce(changed, "MERCHANT_RESPONSE");
        return changed;
    }

    /** Agrees to the refund that the payer wants, or refuses it. */
    public synchronized Complaint decideRefund(Complaint complaint, boolean approved, String details)
            throws ProblemException {
        Complaint current = open(complaint.key());
        if (current.refundAmount() == 0) {
            throw new ProblemException(Problem.COMPLAINT_STATE);
        }
        Step step = approved
                ? new Step(APPROVED, APPROVED)
                // Misspelled on the wire.
                : new Step("MERCHANT_REFUSE_RERUND", "MERCHANT_REJECT_REFUND");
        return changed(current, State.PROCESSING, false, step, details);
    }

    /** Adds a refund of the payment to its complaints. It changes no state: the merchant completes a complaint. */
    public synchronized void refunded(Refund refund) {
        if (refund.state() != Refund.State.SUCCESS) {
            return;
        }
        for (Complaint each : complaints.all()) {
            if (each.payment().order().equals(refund.payment().order())) {
                refunded(each);
            }
        }
    }

    private void refunded(Complaint complaint) {
        boolean whole = isRefunded(complaint);
        String type = whole ? "COMPLAINT_FULL_REFUNDED_SYSTEM_MESSAGE" : "COMPLAINT_PARTIAL_REFUNDED_SYSTEM_MESSAGE";
        Complaint changed = complaints.keep(complaint.with(
                complaint.state(), complaint.waiting(), complaint.times(), entry(type, false, "", Map.of())));
        if (whole) {
            announce(changed, "SELLER_REFUND");
        }
        if (complaint.log().stream().anyMatch(step -> step.type().equals(APPROVED))) {
            Complaint.Entry received = entry("COMPLAINT_REFUND_RECEIVED_SYSTEM_MESSAGE", false, "", Map.of());
            announce(
                    complaints.keep(changed.with(changed.state(), changed.waiting(), changed.times(), received)),
                    "REFUND_SUCCESS");
        }
    }

    /** Completes a complaint, as the merchant does. Completing it again has no effect. */
    public synchronized Complaint complete(Complaint complaint) throws ProblemException {
        Complaint current = complaint(complaint.key());
        Step step = new Step("MERCHANT_CONFIRM_COMPLETE", "MERCHANT_CONFIRM_COMPLETE");
        return current.state() == State.PROCESSED ? current : changed(current, State.PROCESSED, false, step, "");
    }

    private Complaint changed(Complaint current, State next, boolean waiting, Step step, String details) {
        boolean byMerchant = step.type().startsWith("MERCHANT");
        Complaint.Entry entry = entry(step.type(), byMerchant, details, Map.of());
        Complaint changed = complaints.keep(current.with(next, waiting, current.times(), entry));
        announce(changed, step.action());
        return changed;
    }

    private Complaint in(String id, Change change) throws ProblemException {
        Complaint current = complaint(id);
        change.require(current.state(), Problem.COMPLAINT_STATE);
        return current;
    }

    /** Returns a complaint that the merchant can still process. */
    private Complaint open(String id) throws ProblemException {
        Complaint current = complaint(id);
        if (current.state() == State.PROCESSED) {
            throw new ProblemException(Problem.COMPLAINT_STATE);
        }
        return current;
    }

    private Complaint.Entry entry(String type, boolean byMerchant, String details, Map<String, String> more) {
        Instant now = clock.instant();
        return new Complaint.Entry(numbers.complaintLogId(now), now, type, byMerchant, details, more);
    }

    private void announce(Complaint complaint, String action) {
        url.ifPresent(known -> listener.changed(complaint, action, known));
    }
}
