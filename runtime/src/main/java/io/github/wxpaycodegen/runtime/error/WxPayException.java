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
 * Base class of the exceptions of calls. The message says what to do next, and contains no secrets.
 *
 * <p>After a call whose outcome is {@link Outcome#UNKNOWN}, {@link #settle()} runs the query that shows whether the
 * operation took effect:
 *
 * <pre>{@code
 * try {
 *     pay.v2().pay().microPay(payment);
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
    // Not volatile: these are written before the future of the call ends, and every reader has seen that. The addition
    // is written before the future of settle() ends.
    private @Nullable OperationInfo operation;
    private @Nullable String advice;
    private @Nullable String addition;
    private int page;
    private transient @Nullable Settling settling;

    WxPayException(Outcome outcome, String message, @Nullable Throwable cause) {
        // Messages shorten foreign text. Escaping line breaks here guarantees for all of them that it cannot forge a
        // log line.
        super(ForeignText.printable(message), ForeignText.cause(cause));
        this.outcome = outcome;
    }

    /** Joins several messages, one per line. */
    WxPayException(Outcome outcome, List<String> lines, @Nullable Throwable cause) {
        super(lines.stream().map(ForeignText::printable).collect(Collectors.joining("\n")), ForeignText.cause(cause));
        this.outcome = outcome;
    }

    /**
     * Returns the message. That of a listing ends with the number of the page whose call failed; that of {@link #settle()}
     * says what its failure means for the call.
     */
    @Override
    public @Nullable String getMessage() {
        String message = withAddition(super.getMessage());
        return page == 0 ? message : message + " (page " + page + ")";
    }

    /** Returns a message or advice with what was added to the exception; null if neither exists. */
    final @Nullable String withAddition(@Nullable String text) {
        if (text == null || addition == null) {
            return text == null ? addition : text;
        }
        return text + (text.endsWith(".") ? " " : ". ") + addition;
    }

    /** Returns whether the operation took effect; never null. */
    public final Outcome outcome() {
        return outcome;
    }

    /**
     * Returns the operation that was called, or for which a lambda has set the fields of a request; null if the exception
     * belongs to none: it comes from a request's {@code build()}, a value for a segment of the path, the path or the method
     * of a raw call, the configuration, a notification or front-end parameters.
     */
    public final @Nullable OperationInfo operation() {
        return operation;
    }

    /**
     * Returns what to do next. If the outcome is unknown, it names the query to run, and {@link #settle()} if that can
     * run the query. After an error of the gateway, it depends on the error code: see {@link GatewayException#advice()}.
     * After a call that was not sent, it says whether to call again. Null if the message alone says what to do. The
     * message contains the advice.
     */
    public @Nullable String advice() {
        return withAddition(advice);
    }

    /**
     * Returns true if {@link #settle()} can find out whether the operation took effect. The outcome must be {@link
     * Outcome#UNKNOWN}, the operation must have a suitable query, and the failed request must contain the numbers that
     * the query needs. This applies to most operations that change something, but not after the exception was
     * serialized.
     */
    public final boolean canSettle() {
        return obstacle() == null;
    }

    /**
     * Runs the query that shows whether the operation took effect, and waits for its response. The query uses the
     * numbers of the failed request, on behalf of the same merchant. It is a normal call of the same client, with the
     * same options and the full timeout of the failed call. A host that was chosen for the failed call is used only if
     * the query's operation is available there; otherwise the query's default host is called.
     *
     * <p>In most products, a query that finds nothing fails as well: with a {@link GatewayException} whose {@link
     * GatewayException#errorCode()} says so. Its {@link #outcome()} is that of the query: {@link Outcome#REJECTED} does
     * not mean that the operation had no effect. The failed request may still arrive. Query again after a while, and
     * then make the call again with the same number. The message and {@link #advice()} say so.
     *
     * @return the response of the query, for instance {@code PaymentOrder}; it has the class that calling the query
     *     directly returns; never null
     * @throws WxPayException if the query fails; its {@link #operation()} and {@link #outcome()} are those of the query.
     *     If the thread is interrupted, the message says so, and the thread stays interrupted
     * @throws IllegalStateException if {@link #canSettle()} is false; the message says why, and what to do
     */
    public final SettlingResponse settle() {
        return requireSettling().settle();
    }

    /**
     * Same as {@link #settle()}, without waiting. Canceling the future ends the query.
     *
     * @return a future that fails with {@link WxPayException} if the query fails, and with {@link IllegalStateException} if
     *     {@link #canSettle()} is false
     */
    public final CompletableFuture<SettlingResponse> settleAsync() {
        Settling present;
        try {
            present = requireSettling();
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
        return present.begin();
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
                "the gateway reported that the operation had no effect. If you doubt that, call the query yourself";
            case UNKNOWN ->
                settling == null
                        ? "this exception has no request: it comes from a raw call, from a download or from no call, or it"
                                + " was serialized. Call the query yourself"
                        : settling.obstacle();
        };
    }

    /** Records the operation whose call ended with this exception, unless one is recorded already. */
    final void during(OperationInfo called) {
        if (operation == null) {
            operation = called;
        }
    }

    /** Records how to settle the call that ended with this exception, unless that is recorded already. */
    final void settledBy(Settling value) {
        if (settling == null) {
            settling = value;
        }
    }

    final void add(String sentence) {
        if (addition == null) {
            addition = ForeignText.printable(sentence);
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

    /** Setters that only the runtime can call. */
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
        public void add(RuntimeException exception, String sentence) {
            ((WxPayException) exception).add(sentence);
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
