package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what Actuator shows of the merchants. Health has packages of its own in Spring Boot 4; each version
 * finds the class for its own.
 */
@AutoConfiguration(after = WxPayAutoConfiguration.class)
public class WxPayActuatorAutoConfiguration {
    private static final String WARNING = "management.health.wxpay.certificate-validity-warning-threshold";
    private static final Duration DEFAULT_WARNING = Duration.ofDays(30);

    WxPayActuatorAutoConfiguration() {}

    private static MerchantHealth health(
            WxPayMerchants<?> merchants, GatewayContacts contacts, Environment environment) {
        Duration warning = Binder.get(environment).bind(WARNING, Duration.class).orElse(DEFAULT_WARNING);
        return new MerchantHealth(merchants, contacts, warning, Clock.systemUTC());
    }

    /** Also in an application that makes no payments: its properties have the secrets nevertheless. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SanitizingFunction.class)
    static class Sanitizing {
        @Bean
        SecretSanitizer wxPaySecretSanitizer() {
            return new SecretSanitizer();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
    @ConditionalOnBean({WxPayMerchants.class, GatewayContacts.class})
    static class Information {
        @Bean
        @ConditionalOnEnabledInfoContributor("wxpay")
        @ConditionalOnMissingBean(name = "wxpayInfoContributor")
        MerchantsInfoContributor wxpayInfoContributor(WxPayMerchants<?> merchants) {
            return new MerchantsInfoContributor(merchants);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({
        org.springframework.boot.actuate.health.HealthIndicator.class,
        org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator.class
    })
    @ConditionalOnBean({WxPayMerchants.class, GatewayContacts.class})
    static class Boot3Health {
        @Bean
        @org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator("wxpay")
        @ConditionalOnMissingBean(name = "wxpayHealthIndicator")
        Boot3HealthIndicator wxpayHealthIndicator(
                WxPayMerchants<?> merchants, GatewayContacts contacts, Environment environment) {
            return new Boot3HealthIndicator(health(merchants, contacts, environment));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    @ConditionalOnBean({WxPayMerchants.class, GatewayContacts.class})
    static class Boot4Health {
        @Bean
        @org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator("wxpay")
        @ConditionalOnMissingBean(name = "wxpayHealthIndicator")
        Boot4HealthIndicator wxpayHealthIndicator(
                WxPayMerchants<?> merchants, GatewayContacts contacts, Environment environment) {
            return new Boot4HealthIndicator(health(merchants, contacts, environment));
        }
    }
}
