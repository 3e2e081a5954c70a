package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Records what is sent, and answers one thing. */
public final class RecordingTransport implements Transport {
    private final List<TransportRequest> requests = new ArrayList<>();
    private final TransportResponse response;

    public RecordingTransport(int status, String contentType, byte[] body) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", List.of(contentType));
        response = new TransportResponse(status, headers, body);
    }

    private RecordingTransport(TransportResponse response) {
        this.response = response;
    }

    /** A response whose body ended with its connection. */
    public static RecordingTransport undelimited(byte[] body) {
        return new RecordingTransport(new TransportResponse(200, Map.of(), body, false));
    }

    public static RecordingTransport answering(String body) {
        return new RecordingTransport(200, "text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    /** What was sent, which must be one request. */
    public TransportRequest sent() {
        if (requests.size() != 1) {
            throw new AssertionError("sent: " + requests);
        }
        return requests.get(0);
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        requests.add(request);
        return CompletableFuture.completedFuture(response);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
