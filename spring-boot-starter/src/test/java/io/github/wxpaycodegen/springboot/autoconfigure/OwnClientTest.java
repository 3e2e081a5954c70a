package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.notification.NotificationTypes;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import io.github.wxpaycodegen.springboot.WxPayClientFactory;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that generates its own client needs one bean. */
class OwnClientTest {
    @Test
    void ownClientIsCreatedAndInjected() {
        TestMerchant.application()
                .withClassLoader(new FilteredClassLoader(io.github.wxpaycodegen.client.WxPay.class))
                .withUserConfiguration(OwnClient.class)
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.v2-key=0123456789abcdef0123456789abcdef")
                .run(context -> {
                    WxPay pay = context.getBean(WxPay.class);
                    WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);

                    assertThat(merchants.get("default")).isSameAs(pay);
                    assertThat(merchants.notifications("default")).isNotNull();
                    merchants.reload("default");
                    assertThat(pay.reloads).isEqualTo(1);
                });
    }

    @Test
    void ownClientReplacesTheBundledOne() {
        TestMerchant.application()
                .withUserConfiguration(OwnClient.class)
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.v2-key=0123456789abcdef0123456789abcdef")
                .run(context -> assertThat(context)
                        .hasSingleBean(WxPay.class)
                        .doesNotHaveBean(io.github.wxpaycodegen.client.WxPay.class));
    }

    @Test
    void factoryMustNameItsClient() {
        TestMerchant.application()
                .withUserConfiguration(Untyped.class)
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.v2-key=0123456789abcdef0123456789abcdef")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessageContaining("must be declared with the type of the client"));
    }

    @Configuration
    static class OwnClient {
        @Bean
        WxPayClientFactory<WxPay> wxPayClientFactory() {
            return WxPayClientFactory.of(WxPay::create, WxPay::reload, WxPay::notifications);
        }
    }

    @Configuration
    static class Untyped {
        @Bean
        WxPayClientFactory<?> wxPayClientFactory() {
            return WxPayClientFactory.of(WxPay::create, WxPay::reload, WxPay::notifications);
        }
    }

    /** Stands for what the generator emits into a package of the application. */
    static final class WxPay implements AutoCloseable {
        private final WxPayClient client;
        private int reloads;

        private WxPay(WxPayClient client) {
            this.client = client;
        }

        static WxPay create(WxPayConfig config, WxPayClients clients) {
            return new WxPay(clients.client(config));
        }

        void reload(WxPayConfig config) {
            reloads++;
            client.reload(config);
        }

        Notifications notifications() {
            return client.context().notifications(NotificationTypes.of());
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
