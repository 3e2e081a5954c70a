package io.github.wxpaycodegen.runtime.transport;

import java.util.concurrent.CompletableFuture;

/**
 * Carries a request to the gateway. An implementation sends each request at most once, follows no redirect and keeps no
 * cookies; the caller bounds the time.
 */
public interface Transport extends AutoCloseable {
    /**
     * Sends a request and reads the whole response.
     *
     * @return a future that, when it is cancelled, ends the exchange; it fails with {@link
     *     io.github.wxpaycodegen.runtime.TransportException}, whose outcome is NOT_SENT only where it is certain, or with
     *     {@link ResponseTooLargeException}
     */
    CompletableFuture<TransportResponse> send(TransportRequest request);

    /** Ends what is under way and frees the connections. */
    @Override
    void close();
}
