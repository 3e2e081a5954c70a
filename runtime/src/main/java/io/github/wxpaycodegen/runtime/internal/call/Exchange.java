package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the requests of calls within their deadlines, and determines what each failure means for the operation. */
public final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final Transport transport;
    private volatile boolean closed;

    /** Creates an exchange that uses a transport. */
    public Exchange(Transport transport) {
        this.transport = transport;
    }

    /** Prevents all further sending, before the transport is closed. */
    public void close() {
        closed = true;
    }

    /**
     * Checks that requests can be sent, before a call does anything else.
     *
     * @throws TransportException if the client is closed
     */
    public void requireOpen(Call<?> call) {
        if (closed) {
            throw call.afterClose(null);
        }
    }

    /** Lets the transport start while the request is written and signed. */
    public void prepare(boolean clientCertificate) {
        try {
            transport.prepare(clientCertificate);
        } catch (RuntimeException | Error e) {
            // What it could not start now, the request needs in a moment, and reports.
            LOG.debug("the transport could not be prepared", e);
        }
    }

    /** Sends a request, and keeps the body of the response in memory. */
    public CompletableFuture<TransportResponse> send(Call<?> call, TransportRequest request) {
        return exchange(call, request, null);
    }

    /** Sends a request, and writes the body of the response to a sink, if the sink accepts it. */
    public CompletableFuture<TransportResponse> send(Call<?> call, TransportRequest request, BodySink sink) {
        return exchange(call, request, sink);
    }

    private CompletableFuture<TransportResponse> exchange(
            Call<?> call, TransportRequest request, @Nullable BodySink sink) {
        TransportRequest gated = request.behind(call.gate());
        if (closed) {
            gated.gate().watch();
            return CompletableFuture.failedFuture(call.afterClose(null));
        }
        if (call.isOver()) {
            return tooLate(call, gated);
        }
        call.report().attempt(gated.uri());
        try {
            return bounded(call, gated, sink == null ? transport.send(gated) : transport.send(gated, sink));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Fails without sending: the steps before, such as signing, took too long. */
    private static CompletableFuture<TransportResponse> tooLate(Call<?> call, TransportRequest request) {
        request.gate().watch();
        return CompletableFuture.failedFuture(call.late(request.gate().giveUp(), null));
    }

    private CompletableFuture<TransportResponse> bounded(
            Call<?> call, TransportRequest request, CompletableFuture<TransportResponse> response) {
        CompletableFuture<TransportResponse> exchange =
                Futures.recover(response, failure -> explain(call, request, failure));
        return Futures.within(
                exchange, call.remaining(), late -> call.late(request.gate().giveUp(), late));
    }

    private Throwable explain(Call<?> call, TransportRequest request, Throwable failure) {
        if (failure instanceof ResponseTooLargeException) {
            return InvalidResponseException.builder()
                    .message(
                            call + ": " + failure.getMessage() + ", which maxResponseBytes sets. " + call.uncertainty())
                    .httpStatus(0)
                    .cause(failure)
                    .build();
        }
        if (failure instanceof TransportException e) {
            boolean notSent = e.outcome() == Outcome.NOT_SENT;
            if (notSent) {
                // A transport that does not use the gate is trusted too: from here on, the request counts as not sent.
                request.gate().watch();
            }
            if (notSent && closed) {
                return call.afterClose(e.getCause());
            }
            String advice = notSent ? Advice.NOTHING_SENT : call.uncertainty();
            return new TransportException(e.outcome(), call + ": " + e.getMessage() + ". " + advice, e.getCause());
        }
        return failure;
    }
}
