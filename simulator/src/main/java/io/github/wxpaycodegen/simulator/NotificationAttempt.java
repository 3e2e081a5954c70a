package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.notices.DeliveryAttempt;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One attempt to deliver a notification, and the receiver's response. */
public final class NotificationAttempt {
    private final DeliveryAttempt attempt;
    private final Instant endedAt = Instant.now();

    NotificationAttempt(DeliveryAttempt attempt) {
        this.attempt = attempt;
    }

    /** Returns the id of the notification's spec: {@code TRANSACTION.SUCCESS}. */
    public String name() {
        return attempt.name();
    }

    /** Returns the URL of the receiver. */
    public String url() {
        return attempt.url();
    }

    /** Returns the id of the notification, the same for all attempts. In v2 only events contain it. */
    public String id() {
        return attempt.id();
    }

    /** Returns the number of the attempt; the first is 1. */
    public int number() {
        return attempt.number();
    }

    /** Returns the time at which the attempt ended, by the system clock. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Returns the headers of the request, by name. */
    public Map<String, String> headers() {
        return attempt.headers();
    }

    /** Returns a copy of the body of the request. */
    public byte[] body() {
        return attempt.body().clone();
    }

    /**
     * Returns the fields of the notification by path, decrypted: in v3 those of the resource, {@code out_trade_no} or
     * {@code amount.total}; in v2 those of the body, with those of an encrypted field below its name: {@code
     * req_info.refund_status}.
     */
    public Map<String, String> fields() {
        return Collections.unmodifiableMap(attempt.fields());
    }

    /** Returns the HTTP status of the response; empty if there was none. */
    public OptionalInt status() {
        return attempt.status();
    }

    /** Returns a copy of the body of the response; no bytes if there was no response. */
    public byte[] reply() {
        return attempt.reply().clone();
    }

    /** Returns the number of bytes of both bodies. */
    long bytes() {
        return (long) attempt.body().length + attempt.reply().length;
    }

    /**
     * Returns true if the receiver accepted the notification. If not, another attempt follows unless this was the last.
     */
    public boolean isAccepted() {
        return problem().isEmpty();
    }

    /** Returns why the notification counts as not accepted, in one line; empty if it was accepted. */
    public Optional<String> problem() {
        return attempt.problem();
    }

    /** Returns the notification, its receiver and the outcome, but no fields, because some are personal data. */
    @Override
    public String toString() {
        return name() + " to " + url() + ", attempt " + number() + ": "
                + problem().orElse("accepted");
    }
}
