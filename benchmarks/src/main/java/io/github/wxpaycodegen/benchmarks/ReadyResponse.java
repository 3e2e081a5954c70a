package io.github.wxpaycodegen.benchmarks;

import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** In place of a network: the same response to every request, at once. */
final class ReadyResponse implements Transport {
    private final TransportResponse response;

    ReadyResponse(byte[] body, Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        response = new TransportResponse(200, all, body);
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
