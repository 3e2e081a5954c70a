package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.Complaint;
import io.github.wxpaycodegen.simulator.internal.products.ComplaintLedger;
import java.util.List;
import java.util.OptionalLong;

/**
 * Complaints of payers (消费者投诉). Returned by {@link Simulator#complaints()}.
 *
 * <p>A complaint is about a paid order, and identified by its {@code complaint_id}. Notifications go to the URL that
 * the merchant has set with {@code complaint-notifications}. An action on a complaint or an order that does not exist,
 * or whose state does not allow it, throws {@link IllegalStateException}.
 */
public final class Complaints {
    private static final String PHONE = "13800000000";

    private final Ledger ledger;
    private final ComplaintLedger complaints;

    Complaints(Ledger ledger, ComplaintLedger complaints) {
        this.ledger = ledger;
        this.complaints = complaints;
    }

    /**
     * Files a complaint about an order: {@code PENDING}, with the notification {@code COMPLAINT.CREATE}.
     *
     * @return the {@code complaint_id}
     */
    public String file(String outTradeNo, String text) {
        return file(outTradeNo, text, 0);
    }

    /**
     * Files a complaint about an order, with the wish for a refund.
     *
     * @param refundAmount in fen, at most that of the order; 0 for no refund
     * @return the {@code complaint_id}
     * @throws IllegalArgumentException if the amount is negative
     */
    public String file(String outTradeNo, String text, long refundAmount) {
        Arguments.required(text, "text");
        if (refundAmount < 0) {
            throw new IllegalArgumentException("refundAmount must not be negative (was " + refundAmount + ")");
        }
        return DirectActions.perform(outTradeNo, () -> complaints.file(payment(outTradeNo), text, refundAmount, PHONE))
                .key();
    }

    private Payment payment(String outTradeNo) throws ProblemException {
        return ledger.payments().stream()
                .filter(payment -> payment.order().outTradeNo().equals(outTradeNo))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NO_ORDER));
    }

    /** Adds a message of the payer to an open complaint, with the notification {@code COMPLAINT.STATE_CHANGE}. */
    public void reply(String complaintId, String text) {
        Arguments.required(text, "text");
        DirectActions.perform(complaintId, () -> complaints.userReplies(complaintId, text));
    }

    /**
     * Complains again about what the merchant has completed: {@code PENDING}, with the notification {@code
     * COMPLAINT.STATE_CHANGE}.
     */
    public void continueComplaint(String complaintId, String text) {
        Arguments.required(text, "text");
        DirectActions.perform(complaintId, () -> complaints.userContinues(complaintId, text));
    }

    /** Withdraws an open complaint: {@code PROCESSED}, without a notification. */
    public void revoke(String complaintId) {
        DirectActions.perform(complaintId, () -> complaints.userRevokes(complaintId));
    }

    /**
     * Returns the state of a complaint as a query returns it: {@code PENDING}, {@code PROCESSING}, {@code PROCESSED}.
     */
    public String state(String complaintId) {
        return DirectActions.perform(complaintId, () -> complaints.complaint(complaintId))
                .state()
                .name();
    }

    /** Returns all complaints, oldest first. The amount is the refund that the payer wants. */
    public List<ProductSnapshot> list() {
        return complaints.complaints().stream()
                .map(complaint -> new ProductSnapshot(
                        complaint.key(),
                        complaint.state().name(),
                        complaint.text(),
                        complaint.refundAmount() == 0
                                ? OptionalLong.empty()
                                : OptionalLong.of(complaint.refundAmount()),
                        complaint.created(),
                        Transition.allowed(Complaint.Change.values(), complaint.state())))
                .toList();
    }

    void reset() {
        complaints.clear();
    }
}
