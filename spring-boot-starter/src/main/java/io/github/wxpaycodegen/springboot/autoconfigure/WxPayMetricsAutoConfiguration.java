package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.micrometer.CallConvention;
import io.github.wxpaycodegen.micrometer.CallMetrics;
import io.github.wxpaycodegen.micrometer.CallObservations;
import io.github.wxpaycodegen.micrometer.ConnectionMetrics;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of metrics and traces of calls. Observations are preferred: Spring Boot turns them into meters and
 * spans, and timing calls by both listeners would count them twice.
 */
@AutoConfiguration(
        after = WxPayAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
        })
@ConditionalOnClass(CallObservations.class)
@ConditionalOnBean(WxPayClients.class)
public class WxPayMetricsAutoConfiguration {
    WxPayMetricsAutoConfiguration() {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ObservationRegistry.class)
    @ConditionalOnBean(ObservationRegistry.class)
    @ConditionalOnMissingBean({CallObservations.class, CallMetrics.class})
    static class Observed {
        @Bean
        CallObservations wxPayCallObservations(
                ObservationRegistry registry, ObjectProvider<CallConvention> convention) {
            return new CallObservations(registry, convention.getIfAvailable());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static class Measured {
        @Bean
        @ConditionalOnMissingBean(
                value = {CallObservations.class, CallMetrics.class},
                type = "io.micrometer.observation.ObservationRegistry")
        CallMetrics wxPayCallMetrics(MeterRegistry registry) {
            return new CallMetrics(registry);
        }

        @Bean
        @ConditionalOnMissingBean
        ConnectionMetrics wxPayConnectionMetrics(WxPayClients clients) {
            return ConnectionMetrics.of("wxpay", clients);
        }
    }
}
