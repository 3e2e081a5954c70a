package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallListener;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.springboot.WxPayConfigCustomizer;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class MerchantClientsTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String[] TWO_SHOPS = {
        "wxpay.appid=wxd678efh567hg6787",
        "wxpay.merchants.shop-a.mchid=1900000001",
        "wxpay.merchants.shop-a.v2-key=" + KEY,
        "wxpay.merchants.shop-b.mchid=1900000002",
        "wxpay.merchants.shop-b.v2-key=" + KEY
    };

    private static Simulator gateway;

    @BeforeAll
    static void startGateway() {
        gateway = TestMerchant.start();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    private static ApplicationContextRunner application(String... properties) {
        return TestMerchant.application().withPropertyValues(properties);
    }

    private static ApplicationContextRunner shop() {
        return application(TestMerchant.all(TestMerchant.connection(gateway), TestMerchant.v3("wxpay", gateway)));
    }

    @Test
    void clientOfTheOnlyMerchantMakesCalls() {
        shop().run(context -> {
            WxPay pay = context.getBean(WxPay.class);
            pay.v3().pay().transactions().native_(b -> b.description("两杯茶")
                    .outTradeNo("ONLY-1")
                    .notifyUrl("https://shop.example.com/wxpay/notify")
                    .amount(a -> a.total(500)));

            Transaction order =
                    pay.v3().pay().transactions().outTradeNo("ONLY-1").get();

            assertThat(order.outTradeNo()).isEqualTo("ONLY-1");
            assertThat(context.getBean(WxPayMerchants.class).get(WxPayMerchants.SINGLE))
                    .isSameAs(pay);
        });
    }

    @Test
    void merchantsAreFoundByNameAndId() {
        application(TWO_SHOPS).withUserConfiguration(TwoShops.class).run(context -> {
            TwoShops shops = context.getBean(TwoShops.class);

            assertThat(shops.merchants.names()).containsExactly("shop-a", "shop-b");
            assertThat(shops.merchants.get("shop-a")).isSameAs(shops.first);
            assertThat(shops.merchants.get("shop-b")).isSameAs(shops.second).isNotSameAs(shops.first);
            assertThat(shops.merchants.findByMchid("1900000002")).containsSame(shops.second);
            assertThat(shops.merchants.findByMchid("1900000003")).isEmpty();
            assertThat(shops.merchants.config("shop-b").appid()).isEqualTo("wxd678efh567hg6787");
            assertThatThrownBy(() -> shops.merchants.get("shop-c"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no merchant is called \"shop-c\": wxpay.merchants has [shop-a, shop-b]");
        });
    }

    @Test
    void severalMerchantsNeedAPrimaryToBeInjectedUnnamed() {
        application(TWO_SHOPS).run(context -> assertThatThrownBy(() -> context.getBean(WxPay.class))
                .isInstanceOf(NoUniqueBeanDefinitionException.class));
        application(TWO_SHOPS).withPropertyValues("wxpay.primary=shop-b").run(context -> assertThat(
                        context.getBean(WxPay.class))
                .isSameAs(context.getBean(WxPayMerchants.class).get("shop-b")));
    }

    @Test
    void primaryMustBeAMerchant() {
        application(TWO_SHOPS).withPropertyValues("wxpay.primary=shop-c").run(context -> assertThat(
                        context.getStartupFailure())
                .rootCause()
                .isInstanceOf(WxPaySetupException.class)
                .hasMessage("wxpay.primary is \"shop-c\", but no merchant has this name"));
    }

    /** The payments of the application would silently go to the merchant that was added. */
    @Test
    void merchantOfTheRootIsNotReplacedByAnother() {
        String[] single = {"wxpay.mchid=1900000001", "wxpay.v2-key=" + KEY};
        String[] added = {"wxpay.merchants.cake.mchid=1900000002", "wxpay.merchants.cake.v2-key=" + KEY};

        application(single).run(context -> assertThat(context).hasNotFailed());
        application(single).withPropertyValues(added).run(context -> assertThat(context.getStartupFailure())
                .isInstanceOf(BeanCreationException.class)
                .rootCause()
                .isInstanceOfSatisfying(WxPaySetupException.class, e -> assertThat(e.action())
                        .contains("below wxpay.merchants.<name>")
                        .contains("set wxpay.primary"))
                .hasMessageStartingWith("wxpay.mchid is set, but no merchant below wxpay.merchants has this mchid"));
        application(single)
                .withPropertyValues(added)
                .withPropertyValues("wxpay.primary=cake")
                .run(context -> assertThat(context).hasFailed());
        application(single)
                .withPropertyValues(added)
                .withPropertyValues("wxpay.merchants.tea.mchid=1900000001", "wxpay.primary=tea")
                .run(context -> {
                    WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);

                    assertThat(merchants.findByMchid("1900000001").orElseThrow())
                            .isSameAs(context.getBean(WxPay.class));
                });
    }

    @Test
    void subMerchantsShareTheirServiceProvider() {
        application(
                        "wxpay.mchid=1900000001",
                        "wxpay.v2-key=" + KEY,
                        "wxpay.merchants.own.appid=wx1",
                        "wxpay.merchants.tea.sub-mchid=1900000109",
                        "wxpay.merchants.cake.sub-mchid=1900000110")
                .run(context -> {
                    WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);

                    assertThat(merchants.findBySubMchid("1900000110").orElseThrow())
                            .isSameAs(merchants.get("cake"));
                    assertThat(merchants.findByMchid("1900000001").orElseThrow())
                            .isSameAs(merchants.get("own"));
                    assertThat(merchants.config("tea").mchid()).isEqualTo("1900000001");
                });
    }

    @Test
    void ambiguousIdIsNotGuessed() {
        application(
                        "wxpay.mchid=1900000001",
                        "wxpay.v2-key=" + KEY,
                        "wxpay.merchants.tea.sub-mchid=1900000109",
                        "wxpay.merchants.cake.sub-mchid=1900000110")
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(WxPayMerchants.class).findByMchid("1900000001"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("[tea, cake]"));
    }

    @Test
    void customizersAndListenersReachTheConfiguration() {
        shop().withUserConfiguration(Customized.class).run(context -> {
            WxPay pay = context.getBean(WxPay.class);
            Customized customized = context.getBean(Customized.class);

            pay.v3().pay().transactions().native_(b -> b.description("茶")
                    .outTradeNo("CUSTOM-1")
                    .notifyUrl("https://shop.example.com/wxpay/notify")
                    .amount(a -> a.total(1)));

            assertThat(customized.merchants).containsExactly("default");
            assertThat(customized.ends).singleElement().satisfies(end -> assertThat(end.isSuccess())
                    .isTrue());
            assertThat(context.getBean(WxPayMerchants.class).config("default").appid())
                    .isEqualTo("wxcustomized");
        });
    }

    @Test
    void clientsAreClosedWithTheContext() {
        WxPayClients[] clients = new WxPayClients[1];
        shop().run(context -> clients[0] = context.getBean(WxPayClients.class));

        assertThatThrownBy(() -> clients[0].client(WxPayConfig.builder().build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void reloadReadsFilesAgain(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("v2"), KEY);
        application("wxpay.mchid=1900000001", "wxpay.v2-key-file=" + key).run(context -> {
            WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);
            Object before = merchants.config("default");

            merchants.reload("default");
            Object after = merchants.config("default");
            Files.writeString(key, "short");

            assertThat(after).isNotSameAs(before);
            assertThatThrownBy(() -> merchants.reload("default"))
                    .isInstanceOf(WxPaySetupException.class)
                    .hasMessageContaining("wxpay.v2-key-file must be 32 bytes (was 5)");
            assertThat(merchants.config("default")).isSameAs(after);
        });
    }

    @Test
    void canBeSwitchedOff() {
        application("wxpay.enabled=false").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(WxPayMerchants.class)
                .doesNotHaveBean(WxPay.class));
    }

    @Configuration
    static class TwoShops {
        final WxPay first;
        final WxPay second;
        final WxPayMerchants<WxPay> merchants;

        TwoShops(@Qualifier("shop-a") WxPay first, @Qualifier("shop-b") WxPay second, WxPayMerchants<WxPay> merchants) {
            this.first = first;
            this.second = second;
            this.merchants = merchants;
        }
    }

    @Configuration
    static class Customized {
        final List<String> merchants = new CopyOnWriteArrayList<>();
        final List<CallEnd> ends = new CopyOnWriteArrayList<>();

        @Bean
        WxPayConfigCustomizer appid() {
            return (merchant, config) -> {
                merchants.add(merchant);
                config.appid("wxcustomized");
            };
        }

        @Bean
        CallListener calls() {
            return new CallListener() {
                @Override
                public void onEnd(CallEnd end) {
                    ends.add(end);
                }
            };
        }
    }
}
