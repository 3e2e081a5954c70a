package io.github.wxpaycodegen.junit;

import static io.github.wxpaycodegen.junit.Fixtures.assertClosed;
import static io.github.wxpaycodegen.junit.Fixtures.assertSucceeded;
import static io.github.wxpaycodegen.junit.Fixtures.failures;
import static io.github.wxpaycodegen.junit.Fixtures.run;
import static io.github.wxpaycodegen.junit.Fixtures.runConcurrently;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The simulator of a Spring application context. */
class SpringSimulatorExtensionTest {
    /** An application that is configured by properties. */
    @Configuration
    static class Application {
        @Bean
        Shop shop(Environment environment) {
            return Shop.create(WxPayConfig.fromProperties("wxpay", environment::getProperty)
                    .build());
        }
    }

    @Test
    void beansCallSimulator() {
        assertSucceeded(run(Calling.class), 3);
    }

    @WxPayTest(simulator = @WxPaySimulator(mchid = "1900000011"))
    @SpringJUnitConfig(Application.class)
    @TestPropertySource(properties = {"wxpay.mchid=1900000099", "wxpay.appid=wx0000000000000099"})
    static class Calling {
        @Autowired
        private Shop shop;

        private final Simulator constructed;

        Calling(@Autowired Simulator simulator) {
            this.constructed = simulator;
        }

        @Test
        void test(
                Simulator simulator, Orders orders, @Autowired Simulator bean, @Autowired ApplicationContext context) {
            shop.order("ORDER-1");
            orders.pay("ORDER-1");
            assertThat(simulator.calls()).hasSize(1);
            assertThat(shop.config().mchid()).isEqualTo("1900000011");
            assertThat(simulator).isSameAs(bean).isSameAs(constructed).isSameAs(context.getBean(Simulator.class));
        }

        @Test
        void clientIsTheBean(Shop parameter) {
            assertThat(parameter).isSameAs(shop);
        }

        @Test
        void configurationIsThatOfSimulator(WxPayConfig config) {
            assertThat(config.mchid()).isEqualTo("1900000011");
        }
    }

    @Test
    void hidesKeysAndHostsOfApplication() {
        assertSucceeded(run(Configured.class), 1);
    }

    @WxPayTest
    @SpringJUnitConfig(Application.class)
    @TestPropertySource(
            properties = {
                "wxpay.merchant-private-key-pem-file=/run/secrets/apiclient_key.pem",
                "wxpay.merchantSerial=0123456789ABCDEF",
                "wxpay.merchant-serial=0123456789ABCDEF",
                "wxpay.platform-certificates-pem-file=/run/secrets/platform.pem",
                "wxpay.client-certificate-pem-file=/run/secrets/apiclient_cert.pem",
                "wxpay.client-certificate-key-pem-file=/run/secrets/apiclient_key.pem",
                "wxpay.backup-host=https://api2.mch.weixin.qq.com",
                "wxpay.proxy=proxy.example.com:3128",
                "wxpay.timeout=7s",
                "wxpay.notifications.path=/pay/notify",
                "shop.v3-key-file=/run/secrets/v3-key"
            })
    static class Configured {
        @Test
        void test(@Autowired Shop shop, @Autowired Environment environment, Simulator simulator) {
            shop.order("ORDER-1");
            assertThat(simulator.calls()).hasSize(1);
            assertThat(environment.containsProperty("wxpay.merchantSerial")).isFalse();
            assertThat(environment.containsProperty("wxpay.backup-host")).isFalse();
            assertThat(environment.getProperty("wxpay.timeout")).isEqualTo("7s");
            assertThat(environment.getProperty("wxpay.notifications.path")).isEqualTo("/pay/notify");
            assertThat(environment.getProperty("shop.v3-key-file")).isEqualTo("/run/secrets/v3-key");
        }
    }

    @Test
    void noMerchantLeadsToTheRealGateway() {
        assertSucceeded(run(OneOfSeveral.class), 1);
    }

    @WxPayTest(prefix = "wxpay.merchants.bakery")
    @SpringJUnitConfig(Empty.class)
    @TestPropertySource(
            properties = {
                "wxpay.proxy=proxy.example.com:3128",
                "wxpay.allow-host=https://files.example.com",
                "wxpay.merchants.bakery.mchid=1900000001",
                "wxpay.merchants.tea-house.mchid=1900000002",
                "wxpay.merchants.tea-house.v2-key=real",
                "wxpay.merchants.tea-house.merchant-private-key-pem-file=/run/secrets/apiclient_key.pem",
                "wxpay.merchants.tea-house.host=https://api.mch.weixin.qq.com",
                "wxpay.merchants.tea-house.allow-host=https://files.example.com",
                "wxpay.merchants.tea-house.timeout=7s"
            })
    static class OneOfSeveral {
        @Test
        void test(@Autowired Environment environment, Simulator simulator) {
            String other = "wxpay.merchants.tea-house.";
            assertThat(environment.getProperty("wxpay.merchants.bakery.mchid")).isEqualTo("1230000109");
            assertThat(environment.getProperty(other + "mchid")).isEqualTo("1900000002");
            assertThat(environment.getProperty(other + "timeout")).isEqualTo("7s");
            assertThat(environment.getProperty(other + "allow-host")).isEqualTo("https://files.example.com");
            assertThat(environment.getProperty(other + "v2-key")).isNotNull().isNotEqualTo("real");
            assertThat(environment.getProperty(other + "merchant-private-key-pem-file"))
                    .isNull();
            assertThat(environment.getProperty(other + "host"))
                    .isEqualTo(simulator.baseUri().toString());
            assertThat(environment.getProperty("wxpay.host"))
                    .isEqualTo(simulator.baseUri().toString());
            assertThat(environment.getProperty("wxpay.proxy")).isNull();
            assertThat(environment.getProperty("wxpay.mchid")).isNull();
        }
    }

    @Test
    void resetsBeforeEachTest() {
        assertSucceeded(run(Repeated.class), 3);
    }

    @WxPayTest
    @SpringJUnitConfig(Application.class)
    static class Repeated {
        @RepeatedTest(3)
        void test(Shop shop, Orders orders) {
            shop.order("ORDER-1");
            orders.pay("ORDER-1");
        }
    }

    @Test
    void equalTestsShareContext() {
        assertSucceeded(run(Cached.class, CachedAsWell.class, OtherSettings.class, OtherPrefix.class), 5);
        assertThat(Cached.CONTEXTS).hasSize(3);
        assertThat(new HashSet<>(Cached.CONTEXTS))
                .hasSize(1)
                .doesNotContain(OtherSettings.context, OtherPrefix.context);
        assertThat(OtherSettings.context).isNotSameAs(OtherPrefix.context);
    }

    @WxPayTest(simulator = @WxPaySimulator(brandId = "120344"))
    @SpringJUnitConfig(Application.class)
    static class Cached {
        static final Queue<ApplicationContext> CONTEXTS = new ConcurrentLinkedQueue<>();

        @Test
        void test(Simulator simulator, ApplicationContext context) {
            assertThat(simulator).isSameAs(context.getBean(Simulator.class));
            CONTEXTS.add(context);
        }

        @Nested
        class Inner {
            @Test
            void test(Simulator simulator, ApplicationContext context) {
                assertThat(simulator).isSameAs(context.getBean(Simulator.class));
                CONTEXTS.add(context);
            }
        }
    }

    @WxPayTest(simulator = @WxPaySimulator(brandId = "120344"))
    @SpringJUnitConfig(Application.class)
    static class CachedAsWell {
        @Test
        void test(ApplicationContext context) {
            Cached.CONTEXTS.add(context);
        }
    }

    @WxPayTest(simulator = @WxPaySimulator(brandId = "120345"))
    @SpringJUnitConfig(Application.class)
    static class OtherSettings {
        static ApplicationContext context;

        @Test
        void test(ApplicationContext given) {
            context = given;
        }
    }

    @WxPayTest(prefix = "shop.pay", simulator = @WxPaySimulator(brandId = "120344"))
    @SpringJUnitConfig(Empty.class)
    static class OtherPrefix {
        static ApplicationContext context;

        @Test
        void test(ApplicationContext given, Shop ofSimulator) {
            context = given;
            assertThat(given.getEnvironment().getProperty("shop.pay.mchid"))
                    .isEqualTo("1230000109")
                    .isEqualTo(ofSimulator.config().mchid());
            assertThat(given.getEnvironment().getProperty("wxpay.mchid")).isNull();
        }
    }

    @Configuration
    static class Empty {}

    @Test
    void simulatorEndsWithContext() {
        assertSucceeded(run(Dirty.class), 1);
        assertClosed(Dirty.simulator);
        assertThat(Dirty.shop.isClosed()).isTrue();
    }

    @WxPayTest
    @SpringJUnitConfig(Application.class)
    @DirtiesContext
    static class Dirty {
        static Simulator simulator;
        static Shop shop;

        @Test
        void test(Simulator given, Shop bean) {
            simulator = given;
            shop = bean;
            bean.order("ORDER-1");
        }
    }

    @Test
    void simulatorEndsWithContextThatFails() {
        assertThat(failures(run(Broken.class))).isNotEmpty();
        assertClosed(BrokenApplication.simulator);
    }

    @WxPayTest
    @SpringJUnitConfig(BrokenApplication.class)
    static class Broken {
        @Test
        void test() {
            throw new AssertionError("not reached");
        }
    }

    @Configuration
    static class BrokenApplication {
        static Simulator simulator;

        @Bean
        String broken(Simulator given) {
            simulator = given;
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void reportsTrafficOfFailedTest() {
        assertThat(failures(run(Failing.class)).get(0).getSuppressed())
                .singleElement()
                .asString()
                .contains("The simulator received 1 request:");
    }

    @WxPayTest
    @SpringJUnitConfig(Application.class)
    static class Failing {
        @Test
        void test(Shop shop) {
            shop.order("ORDER-1");
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void concurrentTestsDoNotDisturbEachOther() {
        assertSucceeded(runConcurrently(ConcurrentOne.class, ConcurrentTwo.class), 6);
    }

    @WxPayTest
    @SpringJUnitConfig(Application.class)
    abstract static class ConcurrentBase {
        @RepeatedTest(3)
        void test(Shop shop, Orders orders, Simulator simulator) {
            shop.order("ORDER-1");
            orders.pay("ORDER-1");
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    static class ConcurrentOne extends ConcurrentBase {}

    static class ConcurrentTwo extends ConcurrentBase {}

    @Test
    void rejectsTwoSimulators() {
        assertThat(failures(run(Both.class)))
                .singleElement()
                .asString()
                .contains("Both has both @WxPayTest and @WxPaySimulator: write the settings as"
                        + " @WxPayTest(simulator = @WxPaySimulator(...))");
    }

    @WxPaySimulator
    @WxPayTest
    @SpringJUnitConfig(Application.class)
    static class Both {
        @Test
        void test() {
            throw new AssertionError("not reached");
        }
    }

    @Test
    void rejectsScope() {
        assertThat(failures(run(Scoped.class)).get(0)).hasStackTraceContaining("scope must not be set in @WxPayTest");
    }

    @WxPayTest(simulator = @WxPaySimulator(scope = WxPaySimulator.Scope.SUITE))
    @SpringJUnitConfig(Application.class)
    static class Scoped {
        @Test
        void test() {
            throw new AssertionError("not reached");
        }
    }
}
