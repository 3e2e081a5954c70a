package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import io.github.wxpaycodegen.runtime.v3.GatewayKey;
import io.github.wxpaycodegen.runtime.v3.TrustedKeys;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call of a v3 operation, from the message to the verified response. */
final class V3Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final WxPayConfig config;
    private final Exchange exchange;
    private final Hosts hosts;
    private final V3Trust trust;

    V3Caller(WxPayConfig config, Exchange exchange) {
        this.config = config;
        this.exchange = exchange;
        this.hosts = new Hosts(config);
        this.trust = new V3Trust(config, exchange);
    }

    TrustedKeys trustedKeys() {
        return trust.keys();
    }

    <R> CompletableFuture<WxPayResponse<R>> call(
            Operation<?, R> operation, Message message, List<String> segments, CallOptions options) {
        trust.requireConfigured(operation);
        Duration timeout = options.timeout() == null ? config.timeout() : options.timeout();
        CompletableFuture<WxPayResponse<R>> response = Futures.compose(trust.encryption(), key -> {
            V3Request request = V3Request.of(operation, message, segments, config, key);
            if (config.logBodies() && LOG.isDebugEnabled() && request.signedBody().length > 0) {
                LOG.debug("{} sends {}", operation, MaskedBody.json(request.signedBody()));
            }
            Map<String, String> headers = headers(request, options, key);
            return new V3Attempts<>(
                            operation,
                            hosts.inTurn(operation, options),
                            config.maxAttempts(),
                            timeout,
                            (host, remaining) -> send(operation, request, headers, host, remaining))
                    .start();
        });
        // The keys take time too, before the request and behind it.
        return Futures.within(response, timeout, late -> Exchange.late(operation, timeout, late));
    }

    private <R> CompletableFuture<WxPayResponse<R>> send(
            Operation<?, R> operation, V3Request request, Map<String, String> headers, URI host, Duration remaining) {
        URI uri = Hosts.join(host, request.target());
        Map<String, String> signed = new LinkedHashMap<>(headers);
        if (!operation.requestUnsigned()) {
            signed.put("Authorization", trust.authorization(operation.method(), uri, request.signedBody()));
        }
        TransportRequest sent =
                new TransportRequest(operation.method().name(), uri, signed, request.body(), operation.security());
        return Futures.compose(exchange.send(operation, sent, remaining), response -> read(operation, response));
    }

    private <R> CompletableFuture<WxPayResponse<R>> read(Operation<?, R> operation, TransportResponse response) {
        V3ResponseReader<R> reader = new V3ResponseReader<>(operation, config);
        if (!V3ResponseReader.isSuccess(response)) {
            return CompletableFuture.failedFuture(reader.error(response));
        }
        return Futures.map(trust.verify(operation, response, reader), verified -> reader.success(response));
    }

    private static Map<String, String> headers(V3Request request, CallOptions options, Optional<GatewayKey> key) {
        Map<String, String> headers = new LinkedHashMap<>(options.headers());
        headers.putAll(request.headers());
        if (request.contentType() != null) {
            headers.put("Content-Type", request.contentType());
        }
        headers.put("Accept", "application/json, */*");
        // Names the key of the encrypted fields, and asks for the answer to be signed with it.
        key.ifPresent(k -> headers.put("Wechatpay-Serial", k.serial()));
        return headers;
    }
}
