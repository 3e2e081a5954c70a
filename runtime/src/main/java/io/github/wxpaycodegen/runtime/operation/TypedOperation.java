package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An operation of a generated client: its description, and the builder of its request.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response
 * @param newBuilder returns a new builder of a request
 * @param operation the description
 */
public record TypedOperation<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R>(
        Supplier<? extends B> newBuilder, Operation<Q, R> operation) {
    /**
     * Returns a new request.
     *
     * @param fields sets its fields
     * @throws InvalidRequestException if the request is invalid
     */
    public Q request(Consumer<? super B> fields) {
        Objects.requireNonNull(fields, "request");
        B builder = newBuilder.get();
        fields.accept(builder);
        return built(builder);
    }

    /**
     * Calls with a new request, without waiting. Whatever is wrong with the request fails the future, as if it were wrong
     * with the response: a caller has one place for failures.
     *
     * @param fields sets the fields of the request
     * @param call starts the call
     */
    public <T> CompletableFuture<T> withRequest(
            Consumer<? super B> fields, Function<? super Q, CompletableFuture<T>> call) {
        Objects.requireNonNull(fields, "request");
        Q request;
        try {
            request = request(fields);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return call.apply(request);
    }

    /**
     * Returns a request without fields.
     *
     * @throws InvalidRequestException if a field is required
     */
    public Q emptyRequest() {
        return built(newBuilder.get());
    }

    /** Adds the operation to the exception, because the builder may be that of several operations. */
    private Q built(B builder) {
        try {
            return builder.build();
        } catch (InvalidRequestException e) {
            FailureDetails.during(e, operation.info());
            throw e;
        }
    }
}
