package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.notices.PendingDelivery;

/** An attempt to deliver a notification that has not ended. */
public final class PendingNotification {
    private final PendingDelivery delivery;

    PendingNotification(PendingDelivery delivery) {
        this.delivery = delivery;
    }

    /** Returns the id of the notification's spec: {@code TRANSACTION.SUCCESS}. */
    public String name() {
        return delivery.name();
    }

    /** Returns the URL of the receiver. */
    public String url() {
        return delivery.url();
    }

    /** Returns the number of the attempt; the first is 1. */
    public int number() {
        return delivery.number();
    }

    /** Returns true if the receiver has not responded yet, and false if the attempt has not begun. */
    public boolean isInProgress() {
        return delivery.isInProgress();
    }

    /** Returns the notification, its receiver and the state of the attempt. */
    @Override
    public String toString() {
        return name() + " to " + url() + ", attempt " + number() + ": "
                + (isInProgress() ? "no response yet" : "not sent yet");
    }
}
