package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request of a call, reported when it has ended. */
public final class CallAttempt {
    private final CallInfo call;
    private final int number;
    private final String host;
    private final CallResult result;
    private final Duration duration;

    CallAttempt(CallInfo call, int number, String host, CallResult result, Duration duration) {
        this.call = call;
        this.number = number;
        this.host = host;
        this.result = result;
        this.duration = duration;
    }

    /** Returns the call. */
    public CallInfo call() {
        return call;
    }

    /** Returns the number of this attempt within its call; the first is 1. */
    public int number() {
        return number;
    }

    /** Returns the host, with its port unless that is 443. */
    public String host() {
        return host;
    }

    /** Returns the HTTP status; 0 if no complete response was received. */
    public int httpStatus() {
        return result.httpStatus();
    }

    /** Returns whether the operation took effect in this attempt; null if the attempt succeeded. */
    public @Nullable Outcome outcome() {
        return result.outcome();
    }

    /**
     * Returns the gateway's error code, such as {@code SYSTEM_ERROR}, with at most 64 printable characters; null if
     * there is none.
     */
    public @Nullable String errorCode() {
        return result.errorCode();
    }

    /**
     * Returns the request id, which WeChat Pay's support asks for, with at most 64 printable characters; null if there
     * is none.
     */
    public @Nullable String requestId() {
        return result.requestId();
    }

    /**
     * Returns the simple name of the exception that ended the attempt, such as {@code TransportException}; null if it
     * succeeded.
     */
    public @Nullable String failure() {
        return result.failure();
    }

    /** Returns the time from passing the request to the transport to the verified response or the failure. */
    public Duration duration() {
        return duration;
    }

    /** Returns a summary in one line, for logs. */
    @Override
    public String toString() {
        return call + " attempt " + number + " at " + host + " " + result.summary() + " in " + duration.toMillis()
                + " ms";
    }
}
