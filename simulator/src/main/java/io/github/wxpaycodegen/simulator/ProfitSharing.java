package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.products.SharingLedger;
import io.github.wxpaycodegen.simulator.internal.products.SharingNotices;
import java.net.URI;

/**
 * The profit sharing of the merchant (分账): what the gateway and the receivers do. Returned by {@link
 * Simulator#profitSharing()}.
 *
 * <p>A payment can be shared from one minute after it ({@link Simulator#advance}) for 30 days, if its order was placed with {@code
 * profit_sharing}, among receivers that were added, and up to {@link #maxRatio}. Orders and returns are identified by the merchant's
 * number. An action on one that does not exist, or whose state does not allow it, throws {@link IllegalStateException}.
 */
public final class ProfitSharing {
    private final SharingLedger ledger;
    private final SharingNotices notices;

    ProfitSharing(SharingLedger ledger, SharingNotices notices) {
        this.ledger = ledger;
        this.notices = notices;
    }

    /**
     * Sets the part of a payment that can be shared at most; 3000, which is 30%, unless set.
     *
     * @param permyriad in ten thousandths, from 0 to 10,000
     * @throws IllegalArgumentException if it is outside of that range
     */
    public void maxRatio(int permyriad) {
        if (permyriad < 0 || permyriad > 10_000) {
            throw new IllegalArgumentException("maxRatio must be from 0 to 10000 (was " + permyriad + ")");
        }
        ledger.maxRatio(permyriad);
    }

    /** Sets the URL for notifications of orders without a {@code notify_url}, and of returns; without it they have none. */
    public void notifyUrl(URI notifyUrl) {
        notices.usualUrl(Arguments.required(notifyUrl, "notifyUrl").toString());
    }

    /**
     * Keeps orders and returns that are accepted from now on in processing until they are settled here. Otherwise they succeed as
     * soon as they are requested.
     */
    public void hold() {
        ledger.hold();
    }

    /** Lets the pending shares of an order arrive: {@code SUCCESS}, with a notification for each receiver. */
    public void settle(String outOrderNo) {
        DirectActions.perform(outOrderNo, () -> ledger.settle(ledger.order(outOrderNo)));
    }

    /**
     * Closes the pending share of a receiver: {@code CLOSED}. Its amount can be shared again.
     *
     * @param account the receiver's account, as in the request
     * @param reason a {@code fail_reason}, such as {@code ACCOUNT_ABNORMAL}
     */
    public void fail(String outOrderNo, String account, String reason) {
        Arguments.required(account, "account");
        Arguments.required(reason, "reason");
        DirectActions.perform(outOrderNo, () -> ledger.fail(ledger.order(outOrderNo), account, reason));
    }

    /** Completes a return that is being processed: {@code SUCCESS}, with a notification. */
    public void settleReturn(String outReturnNo) {
        DirectActions.perform(outReturnNo, () -> ledger.settle(ledger.back(outReturnNo)));
    }

    /**
     * Fails a return that is being processed: {@code FAILED}. The receiver keeps the money.
     *
     * @param reason a {@code fail_reason}, such as {@code BALANCE_NOT_ENOUGH}
     */
    public void failReturn(String outReturnNo, String reason) {
        Arguments.required(reason, "reason");
        DirectActions.perform(outReturnNo, () -> ledger.fail(ledger.back(outReturnNo), reason));
    }

    /** Returns the state of an order as a query returns it: {@code PROCESSING}, {@code FINISHED}. */
    public String state(String outOrderNo) {
        return DirectActions.perform(outOrderNo, () -> ledger.order(outOrderNo)).state();
    }

    /** Returns the result of a return as a query returns it: {@code PROCESSING}, {@code SUCCESS}, {@code FAILED}. */
    public String returnState(String outReturnNo) {
        return DirectActions.perform(outReturnNo, () -> ledger.back(outReturnNo))
                .result()
                .name();
    }

    /**
     * Returns the amount of a payment that can still be shared, in fen.
     *
     * @throws IllegalStateException if there is no such payment, or if its order was placed without {@code profit_sharing}
     */
    public long unshared(String transactionId) {
        return DirectActions.perform(transactionId, () -> ledger.unshared(transactionId));
    }

    void reset() {
        ledger.clear();
        notices.usualUrl("");
    }
}
