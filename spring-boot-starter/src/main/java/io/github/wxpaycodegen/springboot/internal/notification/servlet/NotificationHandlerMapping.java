package io.github.wxpaycodegen.springboot.internal.notification.servlet;

import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Maps the requests of an endpoint, before the mappings of the application, whose patterns may include its path. The
 * interceptors of the application do not apply to them.
 */
public final class NotificationHandlerMapping extends AbstractHandlerMapping {
    private final NotificationEndpoint endpoint;
    private final NotificationRequestHandler handler;

    /**
     * Creates a mapping.
     *
     * @param executor runs handlers that cannot run in the thread of the request
     */
    public NotificationHandlerMapping(NotificationEndpoint endpoint, Executor executor) {
        this.endpoint = endpoint;
        this.handler = new NotificationRequestHandler(endpoint, executor);
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        NotificationEndpoint.Target target = endpoint.target(request.getMethod(), () -> ServletPaths.path(request));
        if (target == null) {
            return null;
        }
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, target.path());
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern(target.path()));
        return handler;
    }

    /** No interceptors: those that the application declares as beans would require a login. */
    @Override
    protected void detectMappedInterceptors(List<HandlerInterceptor> mappedInterceptors) {}
}
