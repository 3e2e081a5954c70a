package io.github.wxpaycodegen.springboot.internal.notification.reactive;

import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets notifications pass the filter of Spring Security. A {@code SecurityWebFilterChain} of its own would do so too, but
 * would open all other paths of an application that relies on the default chain: Spring Security creates that chain only
 * if there is no other.
 */
public final class OpenPathSecurity implements BeanPostProcessor {
    private final Supplier<NotificationEndpoint> endpoint;

    /** Creates an instance that asks for the endpoint when the first request arrives. */
    public OpenPathSecurity(Supplier<NotificationEndpoint> endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof WebFilterChainProxy filter ? new OpenPathFilter(filter) : bean;
    }

    /** The filter of Spring Security for all other requests. */
    private final class OpenPathFilter extends WebFilterChainProxy {
        private final WebFilterChainProxy others;

        OpenPathFilter(WebFilterChainProxy others) {
            super(List.of());
            this.others = others;
        }

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
            ServerHttpRequest request = exchange.getRequest();
            return endpoint.get().matches(request.getMethod().name(), () -> ReactivePaths.path(request))
                    ? chain.filter(exchange)
                    : others.filter(exchange, chain);
        }
    }
}
