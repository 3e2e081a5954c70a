package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a call of a v2 operation, from the message to the verified response: one request, never a second. */
final class V2Caller {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final WxPayConfig config;
    private final Exchange exchange;
    private final Hosts hosts;

    V2Caller(WxPayConfig config, Exchange exchange) {
        this.config = config;
        this.exchange = exchange;
        this.hosts = new Hosts(config);
    }

    <R> CompletableFuture<WxPayResponse<R>> call(Operation<?, R> operation, Message message, CallOptions options) {
        V2Request request = V2Request.of(operation, message, config);
        URI uri = Hosts.join(hosts.resolve(operation, options), operation.path() + request.query());
        if (config.logBodies() && LOG.isDebugEnabled() && !operation.multipart()) {
            LOG.debug("{} sends {}", operation, MaskedBody.xml(request.body()));
        }
        Duration timeout = options.timeout() == null ? config.timeout() : options.timeout();
        CompletableFuture<TransportResponse> answer = exchange.send(
                operation,
                new TransportRequest(
                        operation.method().name(),
                        uri,
                        headers(operation, request, options),
                        request.body(),
                        operation.security()),
                timeout);
        V2ResponseReader<R> reader = new V2ResponseReader<>(operation, request.signType(), config);
        return Futures.map(answer, reader::read);
    }

    /** The signed URL of an operation that a browser opens. */
    URI redirect(Operation<?, URI> operation, Message message, CallOptions options) {
        V2Request request = V2Request.of(operation, message, config);
        String fragment = operation.fragment() == null ? "" : "#" + operation.fragment();
        return Hosts.join(hosts.resolve(operation, options), operation.path() + request.query() + fragment);
    }

    private static Map<String, String> headers(Operation<?, ?> operation, V2Request request, CallOptions options) {
        Map<String, String> headers = new LinkedHashMap<>(options.headers());
        headers.putAll(request.headers());
        if (request.contentType() != null) {
            headers.put("Content-Type", request.contentType());
        }
        headers.put("Accept", operation.answer() == Operation.Answer.XML ? "text/xml" : "*/*");
        return headers;
    }
}
