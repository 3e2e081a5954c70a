package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reports the attempts of one call, and its end. */
public interface CallReport {
    /** Reports to nobody. */
    CallReport NONE = new CallReport() {
        @Override
        public void attempt(URI uri) {
            // Nobody listens.
        }

        @Override
        public void attemptEnded(@Nullable WxPayResponse<?> response, @Nullable Throwable failure) {
            // Nobody listens.
        }

        @Override
        public void ended(@Nullable WxPayResponse<?> response, @Nullable Throwable failure) {
            // Nobody listens.
        }
    };

    /** A request is handed to the transport. */
    void attempt(URI uri);

    /** The attempt is over, if one was made; one of the arguments is null. */
    void attemptEnded(@Nullable WxPayResponse<?> response, @Nullable Throwable failure);

    /** The call is over, and with it its attempt; one of the arguments is null. */
    void ended(@Nullable WxPayResponse<?> response, @Nullable Throwable failure);

    /** Returns a future of the same call that ends once its end is reported. */
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
