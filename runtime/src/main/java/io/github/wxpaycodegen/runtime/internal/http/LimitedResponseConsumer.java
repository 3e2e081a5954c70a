package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.SendGate;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response into memory, up to a limit, regardless of its content type; or into a sink that accepts it. The sink
 * writes on another thread, while the connection is read a little further.
 *
 * <p>No encoding is requested. A body in memory that is nevertheless in gzip is decompressed. A sink receives the bytes
 * unchanged, because a file may itself be gzip.
 */
final class LimitedResponseConsumer implements AsyncResponseConsumer<TransportResponse> {
    private final long limit;
    private final @Nullable BodySink sink;
    private final SendGate gate;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1024);
    private @Nullable HttpResponse head;
    private String encoding = "identity";
    private Map<String, List<String>> headers = Map.of();
    private @Nullable SinkWriter writer;
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
            // A response before the request was sent comes from something else than the gateway, for instance a proxy.
            throw RefusedException.byUnexpectedResponse();
        }
        delimited = ExchangeWatch.isDelimited(context);
        head = response;
        headers = headers(response);
        callback = resultCallback;
        if (sink != null && sink.accepts(response.getCode(), headers)) {
            writer = new SinkWriter(sink, new SinkEnd());
        }
        if (entity == null) {
            complete();
        } else if (entity.getContentEncoding() != null) {
            encoding = entity.getContentEncoding().strip().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // Status 1xx only announces a response.
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        if (writer == null) {
            channel.update(Integer.MAX_VALUE);
        } else {
            writer.updateCapacity(channel);
        }
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (writer != null) {
            writer.write(bytes);
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
    public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
        if (writer == null) {
            complete();
        } else {
            writer.end();
        }
    }

    @Override
    public void failed(Exception cause) {
        if (writer != null) {
            writer.abandon();
        }
        if (callback != null) {
            callback.failed(cause);
        }
    }

    @Override
    public void releaseResources() {
        // Only memory is used, which needs no release.
    }

    /** Ends the response when its body is in the sink. */
    private final class SinkEnd implements SinkWriter.End {
        @Override
        public void completed() {
            try {
                complete();
            } catch (IOException e) {
                failed(e);
            }
        }

        @Override
        public void failed(Exception cause) {
            LimitedResponseConsumer.this.failed(cause);
        }
    }

    private void complete() throws IOException {
        if (head != null && callback != null) {
            callback.completed(new TransportResponse(head.getCode(), headers, plainBody(), delimited));
        }
    }

    private byte[] plainBody() throws IOException {
        byte[] received = body.toByteArray();
        if (received.length == 0 || encoding.equals("identity")) {
            return received;
        }
        if (!encoding.equals("gzip") && !encoding.equals("x-gzip")) {
            throw new IOException("the response must not be encoded (was " + ForeignText.shown(encoding) + ")");
        }
        int most = (int) Math.min(limit, Integer.MAX_VALUE - 1);
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(received)).readNBytes(most + 1);
        if (plain.length > most) {
            throw new ResponseTooLargeException(limit);
        }
        return plain;
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
