package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends a request within a time, and says of each failure what it means for the operation. */
final class Exchange {
    private final Transport transport;

    Exchange(Transport transport) {
        this.transport = transport;
    }

    CompletableFuture<TransportResponse> send(Operation<?, ?> operation, TransportRequest request, Duration timeout) {
        return bounded(operation, transport.send(request), timeout);
    }

    /** Sends a request whose answer goes to a sink, if that accepts it. */
    CompletableFuture<TransportResponse> send(
            Operation<?, ?> operation, TransportRequest request, BodySink sink, Duration timeout) {
        return bounded(operation, transport.send(request, sink), timeout);
    }

    private static CompletableFuture<TransportResponse> bounded(
            Operation<?, ?> operation, CompletableFuture<TransportResponse> answer, Duration timeout) {
        CompletableFuture<TransportResponse> exchange = Futures.recover(answer, failure -> explain(operation, failure));
        return Futures.within(exchange, timeout, late -> late(operation, timeout, late));
    }

    /** What a call says whose time is over. */
    static TransportException late(Operation<?, ?> operation, Duration timeout, Throwable cause) {
        return new TransportException(
                Outcome.UNKNOWN,
                operation + ": no whole answer within " + timeout.toMillis() + " ms. " + Advice.settle(operation),
                cause);
    }

    private static Throwable explain(Operation<?, ?> operation, Throwable failure) {
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
