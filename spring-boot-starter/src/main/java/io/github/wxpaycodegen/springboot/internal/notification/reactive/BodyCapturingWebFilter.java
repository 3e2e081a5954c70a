package io.github.wxpaycodegen.springboot.internal.notification.reactive;

import io.github.wxpaycodegen.runtime.notification.Notifications;
import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the body of a notification before other filters can, also before those of the highest precedence. The body of a request can be read once, and some filters
 * parse it as a form. The signature covers the bytes.
 */
public final class BodyCapturingWebFilter implements WebFilter, PriorityOrdered {
    private static final String ATTRIBUTE = BodyCapturingWebFilter.class.getName() + ".body";

    private final NotificationEndpoint endpoint;

    /** Creates a filter for the requests of an endpoint. */
    public BodyCapturingWebFilter(NotificationEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!endpoint.matches(request.getMethod().name(), () -> ReactivePaths.path(request))) {
            return chain.filter(exchange)
                    .doOnSuccess(
                            none -> warnIfLost(request, exchange.getResponse().getStatusCode()))
                    .doOnError(
                            e -> warnIfLost(request, e instanceof ErrorResponse reply ? reply.getStatusCode() : null));
        }
        return read(request).flatMap(body -> {
            exchange.getAttributes().put(ATTRIBUTE, body);
            return chain.filter(new CapturedExchange(exchange, body));
        });
    }

    private void warnIfLost(ServerHttpRequest request, @Nullable HttpStatusCode status) {
        if (status != null) {
            endpoint.warnIfLost(request.getMethod().name(), () -> ReactivePaths.path(request), status.value());
        }
    }

    /** Returns the body as the client sent it; at most one byte more than a notification may have. */
    static Mono<byte[]> body(ServerWebExchange exchange) {
        byte[] captured = exchange.getAttribute(ATTRIBUTE);
        return captured == null ? read(exchange.getRequest()) : Mono.just(captured);
    }

    private static Mono<byte[]> read(ServerHttpRequest request) {
        Flux<DataBuffer> start = DataBufferUtils.takeUntilByteCount(request.getBody(), Notifications.maxBytes() + 1);
        return DataBufferUtils.join(start)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0]);
    }
}
