package io.github.wxpaycodegen.springboot.autoconfigure;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.springboot.WxPayClientFactory;
import io.github.wxpaycodegen.springboot.WxPayConfigCustomizer;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Auto-configuration of the clients of the merchants that {@code wxpay.*} describes. */
@AutoConfiguration
@ConditionalOnProperty(name = "wxpay.enabled", matchIfMissing = true)
public class WxPayAutoConfiguration {
    /** The group of all clients, which share connections. */
    @Bean
    @ConditionalOnMissingBean
    WxPayClients wxPayClients() {
        return WxPayClients.create();
    }

    /** The clients by merchant. */
    @Bean
    @ConditionalOnMissingBean
    <T extends AutoCloseable> WxPayMerchants<T> wxPayMerchants(
            WxPayClientFactory<T> factory,
            WxPayClients clients,
            Environment environment,
            ObjectProvider<WxPayConfigCustomizer> customizers) {
        WxPayConfig.Builder builder = WxPayConfig.fromProperties("wxpay", environment::getProperty);
        customizers.orderedStream().forEach(each -> each.customize(WxPayMerchants.SINGLE, builder));
        WxPayConfig config = builder.build();
        return new WxPayMerchants<>(
                factory,
                List.of(new WxPayMerchants.Merchant<>(
                        WxPayMerchants.SINGLE, config.mchid(), null, factory.create(config, clients))));
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
}
