package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.transport.SendGate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/**
 * Monitors one exchange of the HTTP client on a connection. It passes the request's gate at the moment of sending,
 * never sends on a connection that has carried bytes since its last response, and ends the exchange if a proxy rejects
 * the tunnel.
 */
final class ExchangeWatch implements AsyncClientExchangeHandler {
    /** The count of a connection that is not reused. */
    private static final long NEVER = -1;

    private static final String UNDELIMITED = "wxpay.undelimited";

    /**
     * The number of bytes that a connection receives up to the end of its last response, by the lengths that the response
     * declares. A connection that received more carries bytes of another response, which may have been read together with
     * this one. The key is weak: a connection has the same details object for all its exchanges.
     */
    private static final Map<EndpointDetails, Long> QUIET_SINCE = Collections.synchronizedMap(new WeakHashMap<>());

    private final AsyncClientExchangeHandler exchange;
    private final SendGate gate;
    private final @Nullable String proxyAuthorization;
    private volatile @Nullable EndpointDetails connection;
    private @Nullable TunnelSession session;
    private boolean tunnel;
    private long received;
    private boolean chunked;

    ExchangeWatch(AsyncClientExchangeHandler exchange, SendGate gate, @Nullable String proxyAuthorization) {
        this.exchange = exchange;
        this.gate = gate;
        this.proxyAuthorization = proxyAuthorization;
    }

    /** Returns true if the end of a response's body was marked, before any content coding was removed. */
    static boolean isDelimited(HttpContext context) {
        return context.getAttribute(UNDELIMITED) == null;
    }

    /**
     * Sets the connection just before the request is produced. If several sessions wrap it, the innermost one calls first.
     */
    void on(TunnelSession value) {
        if (session == null) {
            session = value;
        }
    }

    /** Returns true if the connection received nothing after the last response. */
    boolean isQuiet() {
        EndpointDetails details = connection;
        return details == null || details.getReceivedBytesCount() == quietSince(details);
    }

    private static long quietSince(EndpointDetails details) {
        return QUIET_SINCE.getOrDefault(details, 0L);
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        connection = context instanceof HttpCoreContext core ? core.getEndpointDetails() : null;
        exchange.produceRequest(
                (request, entity, requestContext) -> {
                    tunnel = Method.CONNECT.isSame(request.getMethod());
                    if (tunnel) {
                        authorize(request);
                    } else {
                        requireQuiet();
                        if (!gate.pass()) {
                            throw RefusedException.byCaller();
                        }
                    }
                    channel.sendRequest(request, entity, requestContext);
                },
                context);
    }

    /**
     * Adds the credentials to CONNECT without a challenge. Credentials that wait for a challenge could be requested by
     * the gateway, behind the tunnel, and would make the client send a request twice.
     */
    private void authorize(HttpRequest connect) {
        if (proxyAuthorization != null) {
            connect.setHeader("Proxy-Authorization", proxyAuthorization);
        }
    }

    private void requireQuiet() throws IOException {
        // A thread that is delayed after the last response sends before it reads, so the count alone is not enough.
        boolean unread = session != null && session.hasUnread();
        if (unread || !isQuiet()) {
            throw RefusedException.byStaleConnection(null);
        }
    }

    private void ended() {
        EndpointDetails details = connection;
        if (details != null) {
            // For the response to CONNECT, the session reads no byte too many.
            long end = tunnel ? details.getReceivedBytesCount() : quietSince(details) + received;
            // The lengths of chunks are unknown here, so bytes that were read after the last one would not be noticed.
            QUIET_SINCE.put(details, chunked ? NEVER : end);
        }
        if (session != null && !tunnel) {
            session.responseEnded();
        }
    }

    @Override
    public void consumeResponse(HttpResponse response, @Nullable EntityDetails entity, HttpContext context)
            throws HttpException, IOException {
        if (tunnel && response.getCode() >= 300) {
            throw RefusedException.byProxy(response.getCode());
        }
        received += ResponseHead.length(response);
        if (entity == null) {
            ended();
        } else if (response.containsHeader("Transfer-Encoding")) {
            chunked = true;
        } else if (entity.getContentLength() < 0) {
            context.setAttribute(UNDELIMITED, true);
        }
        exchange.consumeResponse(response, entity, context);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) throws HttpException, IOException {
        ended();
        exchange.streamEnd(trailers);
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) throws HttpException, IOException {
        received += ResponseHead.length(response);
        exchange.consumeInformation(response, context);
    }

    @Override
    public void cancel() {
        if (isUnsent()) {
            exchange.failed(RefusedException.byStaleConnection(null));
        } else {
            exchange.cancel();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        exchange.updateCapacity(capacity);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        received += bytes.remaining();
        exchange.consume(bytes);
    }

    @Override
    public int available() {
        return exchange.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        exchange.produce(channel);
    }

    @Override
    public void failed(Exception cause) {
        boolean stale = isUnsent() && !(cause instanceof RefusedException);
        exchange.failed(stale ? RefusedException.byStaleConnection(cause) : cause);
    }

    /**
     * Returns true if nothing was sent. An exchange begins on an open connection, so a failure before sending is one of
     * the connection.
     */
    private boolean isUnsent() {
        return !tunnel && !gate.isPassed();
    }

    @Override
    public void releaseResources() {
        exchange.releaseResources();
    }
}
