package io.github.wxpaycodegen.runtime.error;

import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The root of all that a call can throw. Its message says what to do next, and holds no secrets.
 *
 * <p>After a call whose outcome is {@link Outcome#UNKNOWN}, {@link #settle()} runs the query that tells whether the operation
 * took effect:
 *
 * <pre>{@code
 * try {
 *     pay.v2().pay().micropay(payment);
 * } catch (WxPayException e) {
 *     if (e.canSettle() && e.settle() instanceof PaymentOrder order) {
 *         record(order.tradeState());
 *     }
 * }
 * }</pre>
 */
public abstract class WxPayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static {
        FailureDetails.open(new Details());
    }

    private final Outcome outcome;
    // Written before the future of the call ends, whose end every reader has seen.
    private @Nullable OperationInfo operation;
    private @Nullable String advice;
    private int page;
    private transient @Nullable Settling settling;

    WxPayException(Outcome outcome, String message, @Nullable Throwable cause) {
        // Messages cut what is foreign in them; that none of it can begin a log line is made sure of here, for all of
        // them.
        super(ForeignText.printable(message), ForeignText.cause(cause));
        this.outcome = outcome;
    }

    /** Joins several messages, a line each. */
    WxPayException(Outcome outcome, List<String> lines) {
        super(lines.stream().map(ForeignText::printable).collect(Collectors.joining("\n")));
        this.outcome = outcome;
    }

    /** Returns the message; of a listing with the number of the page whose call failed. */
    @Override
    public @Nullable String getMessage() {
        String message = super.getMessage();
        return page == 0 ? message : message + " (page " + page + ")";
    }

    /** Returns whether the operation took effect; never null. */
    public final Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the operation that was called; null if the exception comes from no call: from a request's {@code build()}, from
     * the configuration, from a notification or from parameters of the front end.
     */
    public final @Nullable OperationInfo operation() {
        return operation;
    }

    /**
     * Returns what to do next. After an error of the gateway this depends on its code: see {@link GatewayException#advice()}.
     * After any other exception whose outcome is unknown it names the query that tells, and after a call that was not sent it
     * says whether to call again. Null where the message alone says what to do. The message contains it.
     */
    public @Nullable String advice() {
        return advice;
    }

    /**
     * Returns whether {@link #settle()} can find out if the operation took effect. That is so if the outcome is {@link
     * Outcome#UNKNOWN}, if the operation has a query that tells, and if the failed request has the numbers that the query
     * needs. It is so for almost all operations that change something. It is not so once the exception was serialized.
     */
    public final boolean canSettle() {
        return obstacle() == null;
    }

    /**
     * Runs the query that tells whether the operation took effect, and waits for its response. The query names what the failed
     * request named, on behalf of the same merchant. It is a call as any other, by the same client with the same options, and
     * with as much time as the failed call had from its start. A host that was chosen for the failed call serves the query only if
     * the operation of the query has that host; otherwise its usual host does.
     *
     * <p>A query that finds nothing fails too, in most products: with a {@link GatewayException} whose {@link
     * GatewayException#errCode()} says so. Its {@link #outcome()} is that of the query: {@link Outcome#REJECTED} does not mean
     * that the operation had no effect. The failed request may still be on its way then. Query again after a while, and then
     * make the call again with the same number.
     *
     * @return the response of the query, {@code PaymentOrder} for instance, of the class that calling the query itself
     *     returns; never null
     * @throws WxPayException if the query fails; its own {@link #operation()} and {@link #outcome()} are those of the query
     * @throws IllegalStateException if {@link #canSettle()} is false; it says why, and what to do
     */
    public final SettlingResponse settle() {
        return requireSettling().settle();
    }

    /**
     * Same as {@link #settle()}; the future fails with {@link WxPayException}, and cancelling it ends the query.
     *
     * @throws IllegalStateException if {@link #canSettle()} is false; it says why, and what to do
     */
    public final CompletableFuture<SettlingResponse> settleAsync() {
        return requireSettling().begin();
    }

    private Settling requireSettling() {
        String obstacle = obstacle();
        if (obstacle != null || settling == null) {
            throw new IllegalStateException("settle() cannot query: " + obstacle);
        }
        return settling;
    }

    private @Nullable String obstacle() {
        return switch (outcome) {
            case NOT_SENT -> "nothing was sent, so it did not take effect. Call again once the cause is fixed";
            case REJECTED ->
                "the gateway reported that it did not do it. Where that is in doubt, call the query yourself";
            case UNKNOWN ->
                settling == null
                        ? "this exception has no request: it comes from a raw call, from a download or from no call, or it"
                                + " was serialized. Call the query yourself"
                        : settling.obstacle();
        };
    }

    /** Keeps the operation whose call ended with this exception, unless that is known already. */
    final void during(OperationInfo called) {
        if (operation == null) {
            operation = called;
        }
    }

    /** Keeps what settles the call that ended with this exception, unless that is known already. */
    final void settledBy(Settling value) {
        if (settling == null) {
            settling = value;
        }
    }

    /** Keeps the number of the page whose call ended with this exception, unless that is known already. */
    final void onPage(int number) {
        if (page == 0) {
            page = number;
        }
    }

    final void advise(@Nullable String value) {
        if (advice == null) {
            advice = value;
        }
    }

    /** Setters for the calls of the runtime alone. */
    private static final class Details implements FailureDetails.Access {
        @Override
        public void during(RuntimeException exception, OperationInfo operation) {
            ((WxPayException) exception).during(operation);
        }

        @Override
        public void advise(RuntimeException exception, @Nullable String advice) {
            ((WxPayException) exception).advise(advice);
        }

        @Override
        public void onPage(RuntimeException exception, int page) {
            ((WxPayException) exception).onPage(page);
        }

        @Override
        public void settledBy(RuntimeException exception, Settling settling) {
            ((WxPayException) exception).settledBy(settling);
        }
    }
}
