package io.github.wxpaycodegen.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One attempt to deliver a notification, and what its receiver answered. */
public final class NotificationAttempt {
    private final String name;
    private final String url;
    private final String id;
    private final int number;
    private final Map<String, String> headers;
    private final byte[] body;
    private final OptionalInt status;
    private final byte[] reply;
    private final Optional<String> problem;

    NotificationAttempt(
            String name,
            String url,
            int number,
            OutgoingNotice notice,
            Map<String, String> headers,
            OptionalInt status,
            byte[] reply,
            Optional<String> problem) {
        this.name = name;
        this.url = url;
        this.id = notice.id();
        this.number = number;
        this.headers = Map.copyOf(headers);
        this.body = notice.body();
        this.status = status;
        this.reply = reply;
        this.problem = problem;
    }

    /** The id of the notification's spec: {@code TRANSACTION.SUCCESS}. */
    public String name() {
        return name;
    }

    /** Where it went. */
    public String url() {
        return url;
    }

    /** The id of the notification, the same for all attempts; of v2, where only events carry one, it may not be in it. */
    public String id() {
        return id;
    }

    /** Which attempt it was; the first is 1. */
    public int number() {
        return number;
    }

    /** The headers that were sent, by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The bytes that were sent; a copy. */
    public byte[] body() {
        return body.clone();
    }

    /** The HTTP status that came back; empty if none did. */
    public OptionalInt status() {
        return status;
    }

    /** The bytes that came back, none if no answer did; a copy. */
    public byte[] reply() {
        return reply.clone();
    }

    /** Returns the number of bytes that went back and forth, without headers. */
    long bytes() {
        return (long) body.length + reply.length;
    }

    /** Whether the receiver took it. Otherwise there will be another attempt, unless it was the last. */
    public boolean isAccepted() {
        return problem.isEmpty();
    }

    /** Why it counts as not taken, in one line. */
    public Optional<String> problem() {
        return problem;
    }

    /** What, where to, and what became of it. */
    @Override
    public String toString() {
        return name + " to " + url + ", attempt " + number + ": " + problem.orElse("accepted");
    }
}
