package io.github.wxpaycodegen.runtime.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response into memory, up to a limit, whatever its content type says; or into a sink that accepts it. Nothing is
 * read from the connection while the sink writes, so a body is never held.
 */
final class LimitedResponseConsumer implements AsyncResponseConsumer<TransportResponse> {
    private final long limit;
    private final @Nullable BodySink sink;
    private final SendGate gate;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    private @Nullable HttpResponse head;
    private Map<String, List<String>> headers = Map.of();
    private boolean sunk;
    private boolean delimited = true;
    private @Nullable FutureCallback<TransportResponse> callback;

    LimitedResponseConsumer(long limit, @Nullable BodySink sink, SendGate gate) {
        this.limit = limit;
        this.sink = sink;
        this.gate = gate;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<TransportResponse> resultCallback)
            throws IOException {
        if (!gate.isPassed()) {
            // Whoever speaks before the request is sent, a proxy for instance, is not the gateway.
            throw RefusedException.byUnexpectedResponse();
        }
        delimited = ExchangeWatch.isDelimited(context);
        head = response;
        headers = headers(response);
        callback = resultCallback;
        sunk = sink != null && sink.accepts(response.getCode(), headers);
        if (entity == null) {
            complete();
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx announces a response, and that is what counts.
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (sunk && sink != null) {
            sink.write(bytes);
            return;
        }
        if (body.size() + (long) bytes.remaining() > limit) {
            throw new ResponseTooLargeException(limit);
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        body.write(chunk, 0, chunk.length);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        complete();
    }

    @Override
    public void failed(Exception cause) {
        if (callback != null) {
            callback.failed(cause);
        }
    }

    @Override
    public void releaseResources() {
        // Nothing but memory is held.
    }

    private void complete() {
        if (head != null && callback != null) {
            callback.completed(new TransportResponse(head.getCode(), headers, body.toByteArray(), delimited));
        }
    }

    private static Map<String, List<String>> headers(HttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), n -> new ArrayList<>()).add(header.getValue());
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return headers;
    }
}
