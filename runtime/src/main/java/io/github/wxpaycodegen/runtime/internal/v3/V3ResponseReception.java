package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Receives responses in memory, and converts them once they are verified. */
record V3ResponseReception<R>(ClientSettings config, Exchange exchange, V3Trust trust, Call<R> call)
        implements V3Reception<R> {
    @Override
    public List<URI> hosts(Hosts hosts, CallSettings options) {
        return hosts.hosts(call.operation(), options);
    }

    @Override
    public CompletableFuture<WxPayResponse<R>> receive(V3Request request, TransportRequest outgoing) {
        return Futures.compose(exchange.send(call, outgoing), response -> read(request, response));
    }

    private CompletableFuture<WxPayResponse<R>> read(V3Request request, TransportResponse response) {
        V3ResponseReader<R> reader = new V3ResponseReader<>(call, request.echoes(), config);
        if (!V3ResponseReader.isSuccess(call.operation(), response)) {
            return trust.refusal(response, reader);
        }
        Covered covered = Covered.of(response.body(), config.clock().instant());
        return Futures.map(
                trust.verify(call.operation(), response, reader, covered), verified -> reader.success(response));
    }
}
