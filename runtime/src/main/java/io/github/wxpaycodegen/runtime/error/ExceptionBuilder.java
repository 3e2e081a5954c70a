package io.github.wxpaycodegen.runtime.error;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Builds an exception without a call, so that code that handles it can be tested. The message has a default. Not thread-safe.
 *
 * @param <B> the class of the builder
 */
public abstract class ExceptionBuilder<B extends ExceptionBuilder<B>> {
    private final Outcome outcome;
    private @Nullable String message;
    private @Nullable Throwable cause;
    private @Nullable OperationInfo operation;
    private @Nullable String advice;
    private @Nullable Given settlement;

    ExceptionBuilder(Outcome outcome) {
        this.outcome = Objects.requireNonNull(outcome, "outcome");
    }

    abstract B self();

    /** Sets the message. */
    public B message(String value) {
        message = Objects.requireNonNull(value, "message");
        return self();
    }

    /** Sets the cause; null for none. */
    public B cause(@Nullable Throwable value) {
        cause = value;
        return self();
    }

    /**
     * Sets the operation that was called.
     *
     * @param id the URI as in its spec: {@code /v3/pay/transactions/native}
     */
    public B operation(HttpMethod method, String id) {
        operation = new OperationInfo(method, id, null);
        return self();
    }

    /** Sets {@link WxPayException#advice()}; null for none. */
    public B advice(@Nullable String value) {
        advice = value;
        return self();
    }

    /**
     * Lets {@link WxPayException#settle()} return this response, for instance {@code PaymentOrder.fromJson("{…}")}.
     */
    public B settlesTo(SettlingResponse response) {
        settlement = new Given(Objects.requireNonNull(response, "response"), null);
        return self();
    }

    /** Lets {@link WxPayException#settle()} fail with this exception, as a query does that finds no order. */
    public B settleFailsWith(WxPayException failure) {
        settlement = new Given(null, Objects.requireNonNull(failure, "failure"));
        return self();
    }

    Outcome outcome() {
        return outcome;
    }

    String messageOr(String usual) {
        return message != null ? message : operation == null ? usual : operation.id() + ": " + usual;
    }

    @Nullable
    Throwable cause() {
        return cause;
    }

    @Nullable
    String advice() {
        return advice;
    }

    /** Sets the properties that all exceptions share. */
    <E extends WxPayException> E complete(E exception) {
        if (settlement != null && outcome != Outcome.UNKNOWN) {
            throw new IllegalStateException("settle() makes no query when the outcome is known (was " + outcome
                    + "): omit settlesTo and settleFailsWith");
        }
        if (operation != null) {
            exception.during(operation);
        }
        exception.advise(advice);
        if (settlement != null) {
            exception.settledBy(settlement);
        }
        return exception;
    }

    /** The result of a simulated query: either a response or a failure. */
    private record Given(
            @Nullable SettlingResponse response, @Nullable WxPayException failure) implements Settling {
        @Override
        public @Nullable String obstacle() {
            return null;
        }

        @Override
        public String numbers() {
            return "";
        }

        @Override
        public SettlingResponse settle() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(response);
        }

        @Override
        public CompletableFuture<SettlingResponse> begin() {
            return failure == null
                    ? CompletableFuture.completedFuture(response)
                    : CompletableFuture.failedFuture(failure);
        }
    }
}
