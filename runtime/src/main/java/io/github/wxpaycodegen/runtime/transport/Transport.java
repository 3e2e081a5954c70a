package io.github.wxpaycodegen.runtime.transport;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries a request to the gateway. An implementation sends each request at most once, follows no redirect and keeps no
 * cookies; the caller bounds the time. One that is not written for files needs nothing but {@link
 * #send(TransportRequest)}.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and reads the whole response.
     *
     * @return a future that, when it is cancelled, ends the exchange; it fails with {@link
     *     io.github.wxpaycodegen.runtime.error.TransportException}, whose outcome is NOT_SENT only where it is certain, or with
     *     {@link ResponseTooLargeException}
     */
    CompletableFuture<TransportResponse> send(TransportRequest request);

    /**
     * Like {@link #send(TransportRequest)}, but a body that the sink accepts goes there as it arrives and not into memory;
     * the response's own body is empty then. By default the body is read into memory first and then handed over.
     *
     * @return a future that fails too when the sink does
     */
    default CompletableFuture<TransportResponse> send(TransportRequest request, BodySink sink) {
        return CompletionHandoff.to(sink, send(request));
    }

    /**
     * Returns the number of connections by what they do now. It is called often, to measure, and must return at once.
     *
     * @return null, as by default, if the transport does not count them
     */
    default @Nullable ConnectionStats connectionStats() {
        return null;
    }

    /** Ends what is under way and frees the connections. */
    @Override
    void close();
}
