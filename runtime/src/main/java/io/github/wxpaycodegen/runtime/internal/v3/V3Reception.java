package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the request of an attempt, and receives the response: into memory or into a file.
 *
 * @param <R> the value of the response
 */
interface V3Reception<R> {
    /**
     * Returns the hosts to call, in order.
     *
     * @throws io.github.wxpaycodegen.runtime.error.WxPayException if nothing may be sent
     */
    List<URI> hosts(Hosts hosts, CallSettings options);

    /** Sends the request, and returns a future of the verified response. */
    CompletableFuture<WxPayResponse<R>> receive(V3Request request, TransportRequest outgoing);
}
