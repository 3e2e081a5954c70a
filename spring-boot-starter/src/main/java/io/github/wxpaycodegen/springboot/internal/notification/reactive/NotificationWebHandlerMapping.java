package io.github.wxpaycodegen.springboot.internal.notification.reactive;

import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.AbstractHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
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
        NotificationEndpoint.Target target = endpoint.target(
                exchange.getRequest().getMethod().name(), () -> ReactivePaths.path(exchange.getRequest()));
        if (target == null) {
            return Mono.empty();
        }
        PathPattern pattern = PathPatternParser.defaultInstance.parse(target.path());
        exchange.getAttributes().put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(pattern.toString()));
        return Mono.just(handler);
    }
}
