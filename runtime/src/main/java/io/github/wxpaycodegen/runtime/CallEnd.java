package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.Outcome;
import java.time.Duration;
import java.time.Instant;
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

    /** Returns the call. */
    public CallInfo call() {
        return call;
    }

    /** Returns the number of attempts; 0 if the call ended before one was made. */
    public int attempts() {
        return attempts;
    }

    /** Returns the host of the last attempt, with its port unless that is 443; null if there was none. */
    public @Nullable String host() {
        return host;
    }

    /** Returns true if the caller gets a verified response that reports success. */
    public boolean isSuccess() {
        return result.outcome() == null;
    }

    /** Returns the HTTP status of the response that decided the call; 0 if none did. */
    public int httpStatus() {
        return result.httpStatus();
    }

    /** Returns whether the failed operation took effect; null for a success. */
    public @Nullable Outcome outcome() {
        return result.outcome();
    }

    /**
     * Returns the gateway's error code, such as {@code NOT_ENOUGH}, with at most 64 printable characters; null if there
     * is none.
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
     * Returns the simple name of the exception that the caller gets, such as {@code GatewayException}, or {@code
     * CancellationException} if the caller gave up; null for a success.
     */
    public @Nullable String failure() {
        return result.failure();
    }

    /**
     * Returns the time at which the gateway signed the response, by its clock and in whole seconds; null unless a v3 call
     * succeeded. The gateway rejects requests if the local clock differs from its own by five minutes.
     */
    public @Nullable Instant gatewayTime() {
        return result.gatewayTime();
    }

    /** Returns the time from the start of the call to its end, including the pauses between attempts. */
    public Duration duration() {
        return duration;
    }

    /** Returns a summary in one line, for logs. */
    @Override
    public String toString() {
        return call + " " + result.summary() + " in " + duration.toMillis() + " ms, " + attempts
                + (attempts == 1 ? " attempt" : " attempts");
    }
}
