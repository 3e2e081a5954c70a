package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.PayoutLedger;
import io.github.wxpaycodegen.simulator.internal.products.Transfer.Change;
import io.github.wxpaycodegen.simulator.internal.products.Transfer.State;
import io.github.wxpaycodegen.simulator.internal.products.TransferLedger;
import java.util.List;
import java.util.OptionalLong;

/**
 * The merchant's transfers to users (商家转账): what the users and the gateway do. Returned by {@link
 * Simulator#transfers()}.
 *
 * <p>Transfers are identified by {@code out_bill_no}; they wait for the user's confirmation, at most 24 hours ({@link
 * Simulator#advance}). Batches, the former product, are identified by {@code out_batch_no}, and payments of v2 by
 * {@code partner_trade_no}; both are settled at once unless {@link #hold} was called. An action on a transfer that does
 * not exist, or whose state does not allow it, throws {@link IllegalStateException}.
 */
public final class Transfers {
    private final TransferLedger ledger;
    private final PayoutLedger payments;

    Transfers(TransferLedger ledger, PayoutLedger payments) {
        this.ledger = ledger;
        this.payments = payments;
    }

    /** Confirms the receipt as the user: {@code SUCCESS}, with a notification. */
    public void confirm(String outBillNo) {
        DirectActions.perform(outBillNo, () -> ledger.finish(outBillNo, Change.CONFIRM, ""));
    }

    /**
     * Fails a transfer: {@code FAIL}, with a notification.
     *
     * @param reason a {@code fail_reason}, such as {@code NAME_NOT_CORRECT}
     */
    public void fail(String outBillNo, String reason) {
        Arguments.required(reason, "reason");
        DirectActions.perform(outBillNo, () -> ledger.finish(outBillNo, Change.FAIL, reason));
    }

    /**
     * Closes a transfer as if the user had not confirmed it in time: {@code FAIL}, because of {@code OVERDUE_CLOSE}.
     */
    public void expire(String outBillNo) {
        DirectActions.perform(outBillNo, () -> ledger.finish(outBillNo, Change.EXPIRE, "OVERDUE_CLOSE"));
    }

    /** Returns the state of a transfer as a query returns it: {@code WAIT_USER_CONFIRM}, {@code SUCCESS}. */
    public String state(String outBillNo) {
        return DirectActions.perform(outBillNo, () -> ledger.transfer(outBillNo))
                .state()
                .name();
    }

    /**
     * Keeps batches and payments of v2 that are accepted from now on {@code PROCESSING} until they are settled here.
     */
    public void hold() {
        ledger.hold();
        payments.hold();
    }

    /** Lets the transfers of a batch arrive that have not failed: {@code FINISHED}, with a notification. */
    public void settleBatch(String outBatchNo) {
        DirectActions.perform(outBatchNo, () -> ledger.settleBatch(outBatchNo));
    }

    /**
     * Fails a transfer of a batch that is being processed: {@code FAIL}.
     *
     * @param reason a {@code fail_reason}, such as {@code ACCOUNT_FROZEN}
     */
    public void failDetail(String outBatchNo, String outDetailNo, String reason) {
        Arguments.required(outBatchNo, "outBatchNo");
        Arguments.required(outDetailNo, "outDetailNo");
        Arguments.required(reason, "reason");
        DirectActions.perform(outBatchNo + " " + outDetailNo, () -> ledger.failDetail(outBatchNo, outDetailNo, reason));
    }

    /** Returns the state of a batch as a query returns it: {@code PROCESSING}, {@code FINISHED}. */
    public String batchState(String outBatchNo) {
        return DirectActions.perform(outBatchNo, () -> ledger.batch(outBatchNo)).state();
    }

    /** Lets a payment of v2 that is being processed arrive: {@code SUCCESS}. */
    public void settlePayment(String partnerTradeNo) {
        DirectActions.perform(partnerTradeNo, () -> payments.finish(partnerTradeNo, State.SUCCESS, ""));
    }

    /**
     * Fails a payment of v2 that is being processed: {@code FAILED}.
     *
     * @param reason the text of the query's {@code reason}
     */
    public void failPayment(String partnerTradeNo, String reason) {
        Arguments.required(reason, "reason");
        DirectActions.perform(partnerTradeNo, () -> payments.finish(partnerTradeNo, State.FAIL, reason));
    }

    /** Returns the transfers that users confirm, oldest first; neither batches nor payments of v2. */
    public List<ProductSnapshot> list() {
        return ledger.transfers().stream()
                .map(transfer -> new ProductSnapshot(
                        transfer.key(),
                        transfer.state().name(),
                        transfer.text("transfer_remark"),
                        OptionalLong.of(transfer.amount()),
                        transfer.created(),
                        Transition.allowed(Change.values(), transfer.state())))
                .toList();
    }

    void reset() {
        ledger.clear();
        payments.clear();
    }
}
