package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import io.github.wxpaycodegen.springboot.internal.notification.reactive.OpenPathSecurity;
import io.github.wxpaycodegen.springboot.internal.notification.servlet.ServletPaths;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;

/**
 * Auto-configuration that lets notifications pass Spring Security, without a login and without a CSRF token: their
 * signature proves who sent them. {@code wxpay.notifications.security.enabled} switches it off.
 *
 * <p>It comes last: a chain of Spring Boot protects the other paths only if the application has no chain, and the one of
 * notifications must not count as one.
 */
@AutoConfiguration(
        after = WxPayNotificationAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnBean(NotificationEndpoint.class)
@ConditionalOnProperty(name = "wxpay.notifications.security.enabled", matchIfMissing = true)
public class WxPayNotificationSecurityAutoConfiguration {
    WxPayNotificationSecurityAutoConfiguration() {}

    /** The path in Spring MVC. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DefaultSecurityFilterChain.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Servlet {
        @Bean
        @Order(Ordered.HIGHEST_PRECEDENCE)
        SecurityFilterChain wxPayNotificationSecurityFilterChain(NotificationEndpoint endpoint) {
            return new DefaultSecurityFilterChain(
                    request -> endpoint.matches(request.getMethod(), () -> ServletPaths.path(request)), List.of());
        }
    }

    /** The path in WebFlux. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WebFilterChainProxy.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Reactive {
        @Bean
        static OpenPathSecurity wxPayNotificationSecurity(ObjectProvider<NotificationEndpoint> endpoint) {
            return new OpenPathSecurity(endpoint::getObject);
        }
    }
}
