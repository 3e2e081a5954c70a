package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request of a call, once it is over. */
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

    /** The call. */
    public CallInfo call() {
        return call;
    }

    /** 1 for the first attempt of the call. */
    public int number() {
        return number;
    }

    /** The host, with its port unless that is 443. */
    public String host() {
        return host;
    }

    /** The HTTP status; 0 if there is no response, or none that was read to its end. */
    public int httpStatus() {
        return result.httpStatus();
    }

    /** What this attempt means for the operation; null if it succeeded. */
    public @Nullable Outcome outcome() {
        return result.outcome();
    }

    /** The gateway's error code, such as {@code SYSTEM_ERROR}: printable, cut to 64 characters; null if there is none. */
    public @Nullable String errorCode() {
        return result.errorCode();
    }

    /** Identifies the request to WeChat Pay's support: printable, cut to 64 characters; null if there is none. */
    public @Nullable String requestId() {
        return result.requestId();
    }

    /** The simple name of the exception that ended the attempt, such as {@code TransportException}; null if it succeeded. */
    public @Nullable String failure() {
        return result.failure();
    }

    /** The time from handing the request to the transport to the verified response or the failure. */
    public Duration duration() {
        return duration;
    }

    /** A line for a log. */
    @Override
    public String toString() {
        return call + " attempt " + number + " at " + host + " " + result.summary() + " in " + duration.toMillis()
                + " ms";
    }
}
