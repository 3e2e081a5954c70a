package io.github.wxpaycodegen.runtime.transport;

import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Passes a body that was read into memory to its sink, for transports that cannot stream. */
final class CompletionHandoff {
    private static final byte[] NONE = new byte[0];

    private CompletionHandoff() {}

    static CompletableFuture<TransportResponse> to(BodySink sink, CompletableFuture<TransportResponse> exchange) {
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                exchange.cancel(true);
            }
        });
        exchange.whenComplete((response, failure) -> {
            if (failure != null) {
                result.completeExceptionally(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
                return;
            }
            try {
                result.complete(handOver(response, sink));
            } catch (IOException e) {
                result.completeExceptionally(new TransportException(
                        Outcome.UNKNOWN, "the body could not be stored: " + ForeignText.sentence(e.toString()), e));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static TransportResponse handOver(TransportResponse response, BodySink sink) throws IOException {
        if (!sink.accepts(response.status(), response.headers())) {
            return response;
        }
        sink.write(ByteBuffer.wrap(response.body()));
        return new TransportResponse(response.status(), response.headers(), NONE, response.delimited());
    }
}
