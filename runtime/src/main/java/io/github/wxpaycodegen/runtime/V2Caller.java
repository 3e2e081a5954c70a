package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call of a v2 operation, from the message to the verified response, within one deadline. */
final class V2Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final WxPayConfig config;
    private final Transport transport;
    private final Hosts hosts;

    V2Caller(WxPayConfig config, Transport transport) {
        this.config = config;
        this.transport = transport;
        this.hosts = new Hosts(config);
    }

    <R> CompletableFuture<WxPayResponse<R>> call(Operation<?, R> operation, Message message, CallOptions options) {
        long start = config.clock().millis();
        CompletableFuture<WxPayResponse<R>> result;
        try {
            result = send(operation, message, options);
        } catch (WxPayException e) {
            result = CompletableFuture.failedFuture(e);
        }
        result.whenComplete((response, failure) -> log(operation, start, response, failure));
        return result;
    }

    private <R> CompletableFuture<WxPayResponse<R>> send(
            Operation<?, R> operation, Message message, CallOptions options) {
        if (operation.security() && !config.hasClientCertificate()) {
            throw new ConfigurationException(operation.id() + " is called over mutual TLS: configure the merchant's"
                    + " certificate with WxPayConfig.builder().clientCertificate(Path.of(\"apiclient_cert.p12\"))");
        }
        URI uri = hosts.resolve(operation, options);
        V2Request request = V2Request.of(operation, message, config);
        if (config.logBodies()) {
            LOG.debug("{} sends {}", operation, MaskedXml.of(request.body()));
        }
        CompletableFuture<TransportResponse> exchange = transport.send(
                new TransportRequest("POST", uri, headers(options), request.body(), operation.security()));
        CompletableFuture<TransportResponse> inTime =
                withDeadline(operation, exchange, options.timeout() == null ? config.timeout() : options.timeout());
        V2ResponseReader<R> reader = new V2ResponseReader<>(operation, request.signType(), config);
        return Futures.map(inTime, reader::read);
    }

    private static CompletableFuture<TransportResponse> withDeadline(
            Operation<?, ?> operation, CompletableFuture<TransportResponse> exchange, Duration timeout) {
        CompletableFuture<TransportResponse> timed =
                Futures.map(exchange, response -> response).orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        timed.whenComplete((response, failure) -> {
            if (failure == null) {
                result.complete(response);
            } else {
                exchange.cancel(true);
                result.completeExceptionally(explain(operation, timeout, Futures.unwrap(failure)));
            }
        });
        Futures.cancelWith(result, timed);
        return result;
    }

    private static Throwable explain(Operation<?, ?> operation, Duration timeout, Throwable failure) {
        if (failure instanceof TimeoutException) {
            return new TransportException(
                    Outcome.UNKNOWN,
                    operation + ": no whole answer within " + timeout.toMillis() + " ms. " + Advice.settle(operation),
                    failure);
        }
        if (failure instanceof ResponseTooLargeException) {
            return new InvalidResponseException(
                    operation + ": " + failure.getMessage() + ", which maxResponseBytes sets. "
                            + Advice.settle(operation),
                    0,
                    null,
                    failure);
        }
        if (failure instanceof TransportException e) {
            String advice = e.outcome() == Outcome.NOT_SENT
                    ? "Nothing was sent; it is safe to call again."
                    : Advice.settle(operation);
            return new TransportException(e.outcome(), operation + ": " + e.getMessage() + ". " + advice, e.getCause());
        }
        return failure;
    }

    private static Map<String, String> headers(CallOptions options) {
        Map<String, String> headers = new LinkedHashMap<>(options.headers());
        headers.put("Content-Type", "text/xml; charset=utf-8");
        headers.put("Accept", "text/xml");
        return headers;
    }

    private <R> void log(
            Operation<?, ?> operation, long start, @Nullable WxPayResponse<R> response, @Nullable Throwable failure) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        long millis = config.clock().millis() - start;
        if (response != null) {
            LOG.debug(
                    "{} answered {} in {} ms, request id {}",
                    operation,
                    response.status(),
                    millis,
                    response.requestId());
        } else {
            Throwable cause = Futures.unwrap(failure);
            Object outcome = cause instanceof WxPayException e ? e.outcome() : "cancelled";
            LOG.debug(
                    "{} failed in {} ms: {}, {}",
                    operation,
                    millis,
                    cause.getClass().getSimpleName(),
                    outcome);
        }
    }
}
