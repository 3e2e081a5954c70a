package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.util.concurrent.CompletableFuture;

/**
 * A call by the rules of its protocol, ready to start.
 *
 * @param <R> the value of the response
 */
@FunctionalInterface
public interface ProtocolCall<R> {
    /** Makes the request, sends it, and reads the verified response. What it throws fails the call, before anything is sent. */
    CompletableFuture<WxPayResponse<R>> start();
}
