package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.internal.text.Durations;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.transport.SendGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call, from start to end: the operation, the deadline, and whether any of its requests may have been sent.
 *
 * @param <R> the response
 */
public final class Call<R> {
    /** Codes whose shared advice is meant for requests without effect: to correct them and send another. */
    private static final Set<String> PRESUME_REJECTION = Set.of(
            "PARAM_ERROR", "INVALID_REQUEST", "RULE_LIMIT", "REQUEST_BLOCKED", "NOT_FOUND", "RESOURCE_NOT_EXISTS");

    private final Operation<?, R> operation;
    private final ErrorAdvice advice;
    private final String label;
    private final Duration timeout;
    private final long end;
    private final List<SendGate> gates = new ArrayList<>();
    private boolean givenUp;
    private @Nullable Settling settling;
    private CallReport report = CallReport.NONE;

    /** Creates a call, whose timeout starts now. */
    public Call(Operation<?, R> operation, List<String> segments, Duration timeout, ErrorAdvice advice) {
        this.operation = operation;
        this.advice = advice;
        this.label = PathTemplate.readable(operation.id(), segments);
        this.timeout = timeout;
        this.end = System.nanoTime() + timeout.toNanos();
    }

    /** Sets the report of the call, before anything is sent. */
    public void followedBy(CallReport value) {
        report = value;
    }

    /** Sets how the call can be settled, for the advice in its exceptions. */
    public void settledBy(@Nullable Settling value) {
        settling = value;
    }

    /** Returns what to do next if the outcome is unknown, as a complete sentence. */
    public String uncertainty() {
        return Advice.settle(operation, settling);
    }

    /** Returns the report of the call. */
    public CallReport report() {
        return report;
    }

    /** Returns the operation. */
    public Operation<?, R> operation() {
        return operation;
    }

    /** Returns the advice about an error code; null if there is none. */
    public @Nullable String advice(@Nullable String code) {
        return advice.of(operation, code);
    }

    /**
     * Returns the advice about an error code after which the outcome is unknown; null if there is none. Advice that
     * presupposes a rejection is withheld: it could invite a new request.
     */
    public @Nullable String uncertainAdvice(@Nullable String code) {
        if (code == null || !operation.isUncertainAfter(code, true)) {
            return null;
        }
        return operation.errors().containsKey(code) || !PRESUME_REJECTION.contains(code) ? advice(code) : null;
    }

    /**
     * Returns what the caller can do about an error code after which the outcome is unknown only because the caller has not
     * declared the code; null if it is unknown anyway.
     */
    public @Nullable String undeclaredAdvice(@Nullable String code) {
        return code == null ? null : operation.undeclaredAdvice(code);
    }

    /** Returns the time left, at least 1 ms, because timers need a positive time. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** Returns the gate of another request of this call. */
    public synchronized SendGate gate() {
        SendGate gate = new SendGate();
        if (givenUp) {
            gate.watch();
            gate.giveUp();
        }
        gates.add(gate);
        return gate;
    }

    /** Prevents all further sending. Returns true if it is certain that nothing has been sent. */
    public synchronized boolean giveUp() {
        givenUp = true;
        boolean nothingSent = true;
        for (SendGate gate : gates) {
            nothingSent &= gate.giveUp();
        }
        return nothingSent;
    }

    /** Returns the exception of a call that missed its deadline. */
    public TransportException late(@Nullable Throwable cause) {
        return late(giveUp(), cause);
    }

    /**
     * Returns the exception of a call that missed its deadline.
     *
     * @param nothingSent true if it is certain that nothing was sent
     */
    public TransportException late(boolean nothingSent, @Nullable Throwable cause) {
        return nothingSent
                ? new TransportException(
                        Outcome.NOT_SENT,
                        this + ": the request could not be sent within " + Durations.shown(timeout) + ". "
                                + Advice.NOTHING_SENT,
                        cause)
                : new TransportException(
                        Outcome.UNKNOWN,
                        this + ": no complete response within " + Durations.shown(timeout) + ". " + uncertainty(),
                        cause);
    }

    /** Returns the exception of a request that was not sent because the client is closed, and prevents further requests. */
    TransportException afterClose(@Nullable Throwable cause) {
        giveUp();
        TransportException exception = new TransportException(
                Outcome.NOT_SENT, this + ": the client is closed. " + Advice.CLIENT_CLOSED, cause);
        FailureDetails.advise(exception, Advice.CLIENT_CLOSED);
        return exception;
    }

    /** Returns true once no further request of this call can be sent. */
    public synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** Returns the exception of a call that ended unexpectedly, for instance with an {@link Error}. */
    public TransportException broken(Throwable cause) {
        boolean nothingSent = giveUp();
        return new TransportException(
                nothingSent ? Outcome.NOT_SENT : Outcome.UNKNOWN,
                this + ": " + cause + ". " + (nothingSent ? Advice.NOTHING_SENT : uncertainty()),
                cause);
    }

    /** Returns the exception for callers, with the outcome, the operation and the advice what to do next. */
    public WxPayException failure(Throwable cause) {
        WxPayException exception = cause instanceof WxPayException known ? known : broken(cause);
        FailureDetails.during(exception, operation.info());
        if (exception instanceof TransportException || exception instanceof InvalidResponseException) {
            FailureDetails.advise(
                    exception, exception.outcome() == Outcome.NOT_SENT ? Advice.NOTHING_SENT : uncertainty());
        }
        return exception;
    }

    /** Returns the URI with the values of its template segments. */
    @Override
    public String toString() {
        return label;
    }
}
