package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.transport.SendGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call, from its start to its end: the operation, the deadline, and whether any of its requests may have left.
 *
 * @param <R> the response
 */
public final class Call<R> {
    private final Operation<?, R> operation;
    private final ErrorAdvice advice;
    private final String label;
    private final Duration timeout;
    private final long end;
    private final List<SendGate> gates = new ArrayList<>();
    private boolean givenUp;
    private @Nullable Settling settling;
    private CallReport report = CallReport.NONE;

    /** Starts the clock. */
    public Call(Operation<?, R> operation, List<String> segments, Duration timeout, ErrorAdvice advice) {
        this.operation = operation;
        this.advice = advice;
        this.label = PathTemplate.readable(operation.id(), segments);
        this.timeout = timeout;
        this.end = System.nanoTime() + timeout.toNanos();
    }

    /** Lets a report follow the call, before anything is sent. */
    public void followedBy(CallReport value) {
        report = value;
    }

    /** Lets the exceptions of the call advise to settle it, if that is possible. */
    public void settledBy(@Nullable Settling value) {
        settling = value;
    }

    /** Returns what to do next if the outcome is unknown, a whole sentence. */
    public String uncertainty() {
        return Advice.settle(operation, settling);
    }

    /** Returns the report that follows the call. */
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

    /** The time that is left; never zero, for a timer needs some. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** The gate of one more request. */
    public synchronized SendGate gate() {
        SendGate gate = new SendGate();
        if (givenUp) {
            gate.watch();
            gate.giveUp();
        }
        gates.add(gate);
        return gate;
    }

    /** Sends nothing from now on, and returns whether it is certain that nothing was sent so far. */
    public synchronized boolean giveUp() {
        givenUp = true;
        boolean nothingSent = true;
        for (SendGate gate : gates) {
            nothingSent &= gate.giveUp();
        }
        return nothingSent;
    }

    /** The exception of a call that missed its deadline. */
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
                        this + ": the request could not be sent within " + timeout.toMillis() + " ms. "
                                + Advice.NOTHING_SENT,
                        cause)
                : new TransportException(
                        Outcome.UNKNOWN,
                        this + ": no complete response within " + timeout.toMillis() + " ms. " + uncertainty(),
                        cause);
    }

    /** The exception of a call that ended in a way nobody foresaw, an {@link Error} for instance. */
    public TransportException broken(Throwable cause) {
        boolean nothingSent = giveUp();
        return new TransportException(
                nothingSent ? Outcome.NOT_SENT : Outcome.UNKNOWN,
                this + ": " + cause + ". " + (nothingSent ? Advice.NOTHING_SENT : uncertainty()),
                cause);
    }

    /** Returns the exception that callers get: it reports the outcome, what was called and what to do next. */
    public WxPayException failure(Throwable cause) {
        WxPayException exception = cause instanceof WxPayException known ? known : broken(cause);
        FailureDetails.during(exception, operation.info());
        if (exception instanceof TransportException || exception instanceof InvalidResponseException) {
            FailureDetails.advise(
                    exception, exception.outcome() == Outcome.NOT_SENT ? Advice.NOTHING_SENT : uncertainty());
        }
        return exception;
    }

    /** The URI with the values of its template segments. */
    @Override
    public String toString() {
        return label;
    }
}
