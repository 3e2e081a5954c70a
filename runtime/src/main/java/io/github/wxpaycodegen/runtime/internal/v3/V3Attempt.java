package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the request of a call once.
 *
 * @param <R> the value of the response
 */
@FunctionalInterface
interface V3Attempt<R> {
    /** Sends the request to a host, and returns a future of the verified response. */
    CompletableFuture<WxPayResponse<R>> send(URI host);
}
