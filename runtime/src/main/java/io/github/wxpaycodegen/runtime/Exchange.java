package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request within a time, and says of each failure what it means for the operation. */
final class Exchange {
    private final Transport transport;

    Exchange(Transport transport) {
        this.transport = transport;
    }

    CompletableFuture<TransportResponse> send(Operation<?, ?> operation, TransportRequest request, Duration timeout) {
        CompletableFuture<TransportResponse> exchange = transport.send(request);
        CompletableFuture<TransportResponse> timed =
                Futures.map(exchange, response -> response).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        timed.whenComplete((response, failure) -> {
            if (failure == null) {
                result.complete(response);
            } else {
                exchange.cancel(true);
                result.completeExceptionally(explain(operation, timeout, Futures.unwrap(failure)));
            }
        });
        Futures.cancelWith(result, timed);
        return result;
    }

    private static Throwable explain(Operation<?, ?> operation, Duration timeout, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new TransportException(
                    Outcome.UNKNOWN,
                    operation + ": no whole answer within " + timeout.toMillis() + " ms. " + Advice.settle(operation),
                    failure);
        }
        if (failure instanceof ResponseTooLargeException) {
            return new InvalidResponseException(
                    operation + ": " + failure.getMessage() + ", which maxResponseBytes sets. "
                            + Advice.settle(operation),
                    0,
                    null,
                    failure);
        }
        if (failure instanceof TransportException e) {
            String advice = e.outcome() == Outcome.NOT_SENT
                    ? "Nothing was sent; it is safe to call again."
                    : Advice.settle(operation);
            return new TransportException(e.outcome(), operation + ": " + e.getMessage() + ". " + advice, e.getCause());
        }
        return failure;
    }
}
