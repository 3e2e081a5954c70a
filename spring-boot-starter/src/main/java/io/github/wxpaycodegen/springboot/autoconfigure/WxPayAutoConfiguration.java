package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.runtime.CallListener;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.springboot.WxPayClientFactory;
import io.github.wxpaycodegen.springboot.WxPayConfigCustomizer;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Auto-configuration of the clients of the merchants that {@code wxpay.*} describes. {@code wxpay.enabled} switches it off.
 */
@AutoConfiguration(after = SslAutoConfiguration.class)
@ConditionalOnProperty(name = "wxpay.enabled", matchIfMissing = true)
@ImportRuntimeHints(WxPayRuntimeHints.class)
public class WxPayAutoConfiguration {
    /** The name of the bean with the clients. */
    static final String MERCHANTS = "wxPayMerchants";

    WxPayAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    WxPayClients wxPayClients() {
        return WxPayClients.create();
    }

    private static WxPayClientFactory<?> noClient() {
        throw new WxPaySetupException(
                "there is no client: wxpay-client is not on the class path, and no bean creates another client",
                List.of(),
                "Add the dependency wxpay-client, or declare a bean of the type WxPayClientFactory for the client that you"
                        + " generate.",
                null);
    }

    /** Properties are validated at start, even if beans are created lazily. */
    @Bean
    static LazyInitializationExcludeFilter wxPayEagerMerchants() {
        return LazyInitializationExcludeFilter.forBeanTypes(WxPayMerchants.class);
    }

    @Bean
    CallsInProgress wxPayCallsInProgress() {
        return new CallsInProgress();
    }

    @Bean
    GatewayContacts wxPayGatewayContacts() {
        return new GatewayContacts();
    }

    /** The client of {@code wxpay-client}, unless the application has its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(WxPay.class)
    @ConditionalOnMissingBean(WxPayClientFactory.class)
    static class BundledClient {
        @Bean
        WxPayClientFactory<WxPay> wxPayClientFactory() {
            return WxPayClientFactory.of(WxPay::create, WxPay::reload, WxPay::notifications);
        }
    }

    /** The clients, unless the application finds its merchants elsewhere than in properties. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(WxPayMerchants.class)
    static class Merchants {
        @Bean
        static ClientBeanRegistrar wxPayClientBeanRegistrar(Environment environment) {
            return new ClientBeanRegistrar(environment);
        }

        @Bean(MERCHANTS)
        WxPayMerchants<?> wxPayMerchants(
                ObjectProvider<WxPayClientFactory<?>> factory,
                WxPayClients clients,
                Environment environment,
                ResourceLoader resources,
                ObjectProvider<SslBundles> bundles,
                ObjectProvider<CallListener> listeners,
                ObjectProvider<WxPayConfigCustomizer> customizers,
                GatewayContacts contacts) {
            return new MerchantsFactory(
                            ConfiguredMerchants.of(environment),
                            new PropertyReader(environment),
                            new ContentReader(resources),
                            new SslBundleKeys(bundles.getIfAvailable()),
                            listeners.orderedStream().toList(),
                            customizers.orderedStream().toList(),
                            contacts)
                    .create(factory.getIfAvailable(WxPayAutoConfiguration::noClient), clients);
        }
    }
}
