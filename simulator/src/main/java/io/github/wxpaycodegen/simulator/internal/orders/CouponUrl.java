package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.Optional;

/** The URL to which the merchant wants notifications of coupons or of merchant coupons. */
public final class CouponUrl {
    private Optional<String> url = Optional.empty();
    private boolean notifies;

    /**
     * Sets the URL.
     *
     * @param on false to keep the URL without sending notifications to it
     */
    public synchronized void set(String given, boolean on) {
        url = Optional.of(given);
        notifies = on;
    }

    /**
     * Returns the URL.
     *
     * @throws ProblemException if there is none
     */
    public synchronized String get() throws ProblemException {
        return url.orElseThrow(() -> new ProblemException(Problem.NO_COUPON_URL));
    }

    /** Returns where notifications are sent; empty if nowhere. */
    public synchronized String target() {
        return notifies ? url.orElse("") : "";
    }

    /** Removes the URL. */
    public synchronized void clear() {
        url = Optional.empty();
        notifies = false;
    }
}
