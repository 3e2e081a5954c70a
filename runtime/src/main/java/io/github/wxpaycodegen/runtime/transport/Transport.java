package io.github.wxpaycodegen.runtime.transport;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the gateway. An implementation sends each request at most once, follows no redirects and keeps no
 * cookies; the caller limits the time. An implementation without support for files only needs {@link
 * #send(TransportRequest)}.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and reads the whole response.
     *
     * @return a future whose cancellation ends the exchange; it fails with {@link
     *     io.github.wxpaycodegen.runtime.error.TransportException}, whose outcome is NOT_SENT only if that is certain,
     *     or with {@link ResponseTooLargeException}
     */
    CompletableFuture<TransportResponse> send(TransportRequest request);

    /**
     * Same as {@link #send(TransportRequest)}, but a body that the sink accepts is written to it as it arrives; the
     * body of the response is then empty. By default, the body is read into memory first.
     *
     * @return a future that also fails if the sink fails
     */
    default CompletableFuture<TransportResponse> send(TransportRequest request, BodySink sink) {
        return CompletionHandoff.to(sink, send(request));
    }

    /**
     * Announces a request that is still to be written, validated and signed, and that may not follow. Meanwhile, a transport
     * may start what its first request needs, on threads of its own, because this method must return at once. Several threads
     * may call it, also after {@link #close}. An exception is ignored. A transport that delegates to another one should pass
     * the announcement on. By default, nothing happens.
     *
     * @param clientCertificate whether the request presents the client certificate
     */
    default void prepare(boolean clientCertificate) {}

    /**
     * Returns the numbers of connections by state. It is called often, for metrics, and must return at once.
     *
     * @return null, as by default, if the transport does not count them
     */
    default @Nullable ConnectionStats connectionStats() {
        return null;
    }

    /** Ends the exchanges in progress and closes the connections. */
    @Override
    void close();
}
