package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.runtime.notification.Deduplication;
import io.github.wxpaycodegen.runtime.notification.InMemoryDeduplication;
import io.github.wxpaycodegen.runtime.notification.JdbcDeduplication;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import io.github.wxpaycodegen.springboot.internal.notification.DeduplicationTable;
import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import io.github.wxpaycodegen.springboot.internal.notification.reactive.BodyCapturingWebFilter;
import io.github.wxpaycodegen.springboot.internal.notification.reactive.NotificationWebHandlerMapping;
import io.github.wxpaycodegen.springboot.internal.notification.servlet.BodyCapturingRegistration;
import io.github.wxpaycodegen.springboot.internal.notification.servlet.NotificationHandlerMapping;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the endpoint that receives notifications, in Spring MVC and in WebFlux. {@code
 * wxpay.notifications.enabled} switches it off.
 */
@AutoConfiguration(
        after = WxPayAutoConfiguration.class,
        // The latter since Spring Boot 4.
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        })
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "wxpay.notifications.enabled", matchIfMissing = true)
@ConditionalOnBean(WxPayMerchants.class)
@EnableConfigurationProperties(WxPayNotificationProperties.class)
public class WxPayNotificationAutoConfiguration {
    private static final String STORE = "wxPayNotificationDeduplication";

    WxPayNotificationAutoConfiguration() {}

    @Bean(STORE)
    @ConditionalOnMissingBean
    Deduplication wxPayNotificationDeduplication(
            WxPayNotificationProperties properties, ObjectProvider<DataSource> dataSources) {
        return switch (properties.store()) {
            case NONE -> Deduplication.none();
            case MEMORY -> new InMemoryDeduplication();
            case JDBC -> {
                requireLongerClaim(properties);
                yield jdbc(properties.jdbcOrDefault(), dataSource(dataSources));
            }
        };
    }

    /** A handler may run as long as its result is awaited, and another server must not begin meanwhile. */
    private static void requireLongerClaim(WxPayNotificationProperties properties) {
        Duration claim = Objects.requireNonNullElse(
                properties.jdbcOrDefault().claimTimeout(), JdbcDeduplication.DEFAULT_CLAIM_TIMEOUT);
        Duration timeout = asyncTimeout(properties);
        if (timeout.compareTo(claim) >= 0) {
            throw WxPaySetupException.ofProperty(
                    "wxpay.notifications.async-timeout must be shorter than wxpay.notifications.jdbc.claim-timeout, "
                            + claim + " (was " + timeout
                            + "): after that time, another server handles the notification too",
                    null);
        }
    }

    private static DataSource dataSource(ObjectProvider<DataSource> dataSources) {
        DataSource found = dataSources.getIfUnique();
        if (found == null) {
            throw new WxPaySetupException(
                    "wxpay.notifications.dedup=jdbc needs one DataSource, but the application has "
                            + dataSources.stream().count() + " and none of them is primary",
                    List.of(),
                    "Declare one, or a bean of the type Deduplication that JdbcDeduplication.builder(dataSource)"
                            + " builds.",
                    null);
        }
        return found;
    }

    private static Deduplication jdbc(WxPayNotificationProperties.Jdbc settings, DataSource dataSource) {
        JdbcDeduplication.Builder store = JdbcDeduplication.builder(dataSource);
        set("jdbc.table", settings.table(), store::table);
        set("jdbc.claim-timeout", settings.claimTimeout(), store::claimTimeout);
        set("jdbc.retention", settings.retention(), store::retention);
        return store.build();
    }

    private static <T> void set(String property, @Nullable T value, Consumer<T> setter) {
        if (value == null) {
            return;
        }
        try {
            setter.accept(value);
        } catch (IllegalArgumentException e) {
            throw WxPaySetupException.ofProperty("wxpay.notifications." + property + ": " + e.getMessage(), e);
        }
    }

    /**
     * Only for our own store: the application takes care of its own, and may have several databases. Migrations run before,
     * even if beans are created lazily.
     */
    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnBean(name = STORE, value = DataSource.class)
    DeduplicationTable wxPayNotificationTable(
            WxPayNotificationProperties properties,
            ObjectProvider<Deduplication> deduplication,
            ObjectProvider<DataSource> dataSources) {
        return new DeduplicationTable(
                deduplication::getObject,
                dataSources::getObject,
                properties.jdbcOrDefault().initializeSchema());
    }

    @Bean
    NotificationEndpoint wxPayNotificationEndpoint(
            WxPayNotificationProperties properties,
            ConfigurableListableBeanFactory beans,
            Environment environment,
            ObjectProvider<WxPayMerchants<?>> merchants,
            ObjectProvider<Deduplication> deduplication) {
        ConfiguredMerchants configured = ConfiguredMerchants.of(environment);
        Map<String, ConfigurationPropertyName> prefixes = configured.prefixes();
        return new NotificationEndpoint(
                properties.path(),
                beans,
                merchants::getObject,
                // A bean of the application may have merchants that the properties do not have.
                name -> prefixes.containsKey(name) ? String.valueOf(prefixes.get(name)) : "wxpay.merchants." + name,
                deduplication::getObject,
                asyncTimeout(properties),
                configured::primaryAmong);
    }

    private static Duration asyncTimeout(WxPayNotificationProperties properties) {
        Duration timeout = properties.asyncTimeout();
        if (timeout == null) {
            return NotificationDispatcher.DEFAULT_ASYNC_TIMEOUT;
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw WxPaySetupException.ofProperty(
                    "wxpay.notifications.async-timeout must be from 1ms to 1d (was " + timeout + ")", null);
        }
        return timeout;
    }

    /** The endpoint in Spring MVC. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DispatcherServlet.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    static class Servlet {
        @Bean
        BodyCapturingRegistration wxPayNotificationFilter(NotificationEndpoint endpoint) {
            return new BodyCapturingRegistration(endpoint);
        }

        @Bean
        NotificationHandlerMapping wxPayNotificationHandlerMapping(
                NotificationEndpoint endpoint,
                @Qualifier("applicationTaskExecutor") ObjectProvider<Executor> executor) {
            return new NotificationHandlerMapping(endpoint, task -> executor.getIfAvailable(ForkJoinPool::commonPool)
                    .execute(task));
        }
    }

    /** The endpoint in WebFlux. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DispatcherHandler.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    static class Reactive {
        @Bean
        BodyCapturingWebFilter wxPayNotificationWebFilter(NotificationEndpoint endpoint) {
            return new BodyCapturingWebFilter(endpoint);
        }

        @Bean
        NotificationWebHandlerMapping wxPayNotificationHandlerMapping(NotificationEndpoint endpoint) {
            return new NotificationWebHandlerMapping(endpoint);
        }
    }
}
