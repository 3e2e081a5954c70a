package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The end of a call. */
public final class CallEnd {
    private final CallInfo call;
    private final int attempts;
    private final @Nullable String host;
    private final CallResult result;
    private final Duration duration;

    CallEnd(CallInfo call, int attempts, @Nullable String host, CallResult result, Duration duration) {
        this.call = call;
        this.attempts = attempts;
        this.host = host;
        this.result = result;
        this.duration = duration;
    }

    /** The call. */
    public CallInfo call() {
        return call;
    }

    /** The number of attempts; 0 if the call ended before one was made. */
    public int attempts() {
        return attempts;
    }

    /** The host of the last attempt, with its port unless that is 443; null if there was none. */
    public @Nullable String host() {
        return host;
    }

    /** Returns true if the call gave its caller a verified response that reports success. */
    public boolean isSuccess() {
        return result.outcome() == null;
    }

    /** The HTTP status of the response that decided; 0 if no response did. */
    public int httpStatus() {
        return result.httpStatus();
    }

    /** Whether the failed operation took effect, as the exception says it; null for a success. */
    public @Nullable Outcome outcome() {
        return result.outcome();
    }

    /** The gateway's error code, such as {@code NOT_ENOUGH}: printable, cut to 64 characters; null if there is none. */
    public @Nullable String errorCode() {
        return result.errorCode();
    }

    /** Identifies the call to WeChat Pay's support: printable, cut to 64 characters; null if there is none. */
    public @Nullable String requestId() {
        return result.requestId();
    }

    /**
     * The simple name of the exception that the caller gets, such as {@code GatewayException}, or {@code
     * CancellationException} if the caller gave up; null for a success.
     */
    public @Nullable String failure() {
        return result.failure();
    }

    /** The time from the start of the call to its end, pauses between attempts included. */
    public Duration duration() {
        return duration;
    }

    /** A line for a log. */
    @Override
    public String toString() {
        return call + " " + result.summary() + " in " + duration.toMillis() + " ms, " + attempts
                + (attempts == 1 ? " attempt" : " attempts");
    }
}
