package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.util.concurrent.CompletableFuture;

/**
 * A call in the form of its protocol, ready to start.
 *
 * @param <R> the value of the response
 */
@FunctionalInterface
public interface ProtocolCall<R> {
    /**
     * Creates and sends the request, and returns the verified response. An exception fails the call before anything is
     * sent.
     */
    CompletableFuture<WxPayResponse<R>> start();
}
