package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Receives the events of one call: its attempts and its end. */
public interface CallReport {
    /** A report without listeners. */
    CallReport NONE = new CallReport() {
        @Override
        public void attempt(URI uri) {
            // There are no listeners.
        }

        @Override
        public void attemptEnded(@Nullable WxPayResponse<?> response, @Nullable Throwable failure) {
            // There are no listeners.
        }

        @Override
        public void ended(@Nullable WxPayResponse<?> response, @Nullable Throwable failure) {
            // There are no listeners.
        }
    };

    /** Reports that a request is passed to the transport. */
    void attempt(URI uri);

    /** Reports that the attempt has ended, if there was one; exactly one of the arguments is null. */
    void attemptEnded(@Nullable WxPayResponse<?> response, @Nullable Throwable failure);

    /** Reports that the call has ended, and with it its attempt; exactly one of the arguments is null. */
    void ended(@Nullable WxPayResponse<?> response, @Nullable Throwable failure);

    /** Returns a future of the call that completes only after its end was reported. */
    default <R> CompletableFuture<WxPayResponse<R>> endingWith(CompletableFuture<WxPayResponse<R>> call) {
        CompletableFuture<WxPayResponse<R>> result = new CompletableFuture<>();
        Futures.cancelWith(result, call);
        call.whenComplete((response, failure) -> {
            if (failure == null) {
                ended(response, null);
                result.complete(response);
            } else {
                Throwable cause = Futures.unwrap(failure);
                ended(null, cause);
                result.completeExceptionally(cause);
            }
        });
        return result;
    }
}
