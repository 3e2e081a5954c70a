package io.github.wxpaycodegen.springboot.internal.notification.reactive;

import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Maps the requests of an endpoint, before the mappings of the application, whose patterns may include its path. */
public final class NotificationWebHandlerMapping extends AbstractHandlerMapping {
    private final NotificationEndpoint endpoint;
    private final NotificationWebHandler handler;

    /** Creates a mapping. */
    public NotificationWebHandlerMapping(NotificationEndpoint endpoint) {
        this.endpoint = endpoint;
        this.handler = new NotificationWebHandler(endpoint);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected Mono<?> getHandlerInternal(ServerWebExchange exchange) {
        return endpoint.target(ReactivePaths.path(exchange.getRequest())) == null ? Mono.empty() : Mono.just(handler);
    }
}
