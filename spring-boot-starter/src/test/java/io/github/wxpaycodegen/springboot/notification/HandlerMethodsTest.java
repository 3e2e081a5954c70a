package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.notifications.v2.NativeScanned;
import io.github.wxpaycodegen.client.notifications.v2.NativeScannedReply;
import io.github.wxpaycodegen.client.notifications.v2.TransactionResult;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.runtime.notification.Deduplication;
import io.github.wxpaycodegen.runtime.notification.InMemoryDeduplication;
import io.github.wxpaycodegen.runtime.notification.JdbcDeduplication;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.runtime.notification.ReceivedNotification;
import io.github.wxpaycodegen.runtime.notification.UnknownNotification;
import io.github.wxpaycodegen.springboot.autoconfigure.WxPayAutoConfiguration;
import io.github.wxpaycodegen.springboot.autoconfigure.WxPayNotificationAutoConfiguration;
import io.github.wxpaycodegen.springboot.internal.notification.NotificationEndpoint;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Handlers at the start of an application. */
class HandlerMethodsTest {
    private static final ReactiveWebApplicationContextRunner APPLICATION = new ReactiveWebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    SslAutoConfiguration.class, WxPayAutoConfiguration.class, WxPayNotificationAutoConfiguration.class))
            .withPropertyValues("wxpay.mchid=1230000109", "wxpay.v2-key=0123456789abcdef0123456789abcdef");

    private static void fails(String message, Class<?>... beans) {
        APPLICATION.withUserConfiguration(beans).run(context -> assertThat(context)
                .getFailure()
                .isInstanceOf(WxPaySetupException.class)
                .hasMessageContaining(message));
    }

    private static boolean serves(ApplicationContext context, String path) {
        return context.getBean(NotificationEndpoint.class).matches("POST", () -> path);
    }

    static class AsyncHandler {
        @Async
        @WxPayNotification
        void paid(TransactionSuccess n) {}
    }

    @Async
    static class AsyncClass {
        @WxPayNotification
        void paid(TransactionSuccess n) {}
    }

    static class AwaitedHandler {
        @Async
        @WxPayNotification
        CompletionStage<Void> paid(TransactionSuccess n) {
            throw new AssertionError("nothing arrives");
        }
    }

    @Test
    void rejectsHandlersThatRunAfterTheReply() {
        fails("AsyncHandler.paid is @Async and returns void", AsyncHandler.class);
        fails("AsyncClass.paid is @Async and returns void", AsyncClass.class);
        APPLICATION.withUserConfiguration(AwaitedHandler.class).run(context -> assertThat(context)
                .hasNotFailed());
    }

    static class ValidHandlers {
        @WxPayNotification
        void paid(TransactionSuccess n) {}

        @WxPayNotification
        CompletionStage<String> paid(TransactionResult n) {
            throw new AssertionError("nothing arrives");
        }

        @WxPayNotification
        Mono<NativeScannedReply> scanned(NativeScanned n) {
            throw new AssertionError("nothing arrives");
        }

        @WxPayNotification
        void unknown(UnknownNotification n) {}

        @WxPayNotification(merchants = "${shop:default}")
        void other(Notification n) {}
    }

    @Test
    void handlersAreServedAtTheDefaultPath() {
        APPLICATION.withUserConfiguration(ValidHandlers.class).run(context -> {
            assertThat(serves(context, "/wxpay/notify")).isTrue();
            assertThat(serves(context, "/wxpay/notify/default")).isTrue();
            assertThat(serves(context, "/wxpay")).isFalse();
            assertThat(context.getBean(Deduplication.class)).isInstanceOf(InMemoryDeduplication.class);
        });
    }

    @Test
    void pathIsConfigurable() {
        APPLICATION
                .withUserConfiguration(ValidHandlers.class)
                .withPropertyValues("wxpay.notifications.path=/hooks/wechat")
                .run(context -> {
                    assertThat(serves(context, "/hooks/wechat")).isTrue();
                    assertThat(serves(context, "/wxpay/notify")).isFalse();
                });
    }

    @Test
    void nothingIsServedWithoutHandlers() {
        APPLICATION.run(context -> assertThat(serves(context, "/wxpay/notify")).isFalse());
    }

    @Test
    void configuredPathIsServedWithoutHandlers() {
        APPLICATION
                .withPropertyValues("wxpay.notifications.path=/wxpay/notify")
                .run(context -> assertThat(serves(context, "/wxpay/notify")).isTrue());
    }

    @Test
    void canBeSwitchedOff() {
        APPLICATION
                .withUserConfiguration(ValidHandlers.class)
                .withPropertyValues("wxpay.notifications.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(NotificationEndpoint.class));
    }

    @Test
    void rejectsInvalidPath() {
        for (String path : new String[] {"wxpay", "/", "/wxpay/", "/wxpay/**", "/{merchant}"}) {
            APPLICATION.withPropertyValues("wxpay.notifications.path=" + path).run(context -> assertThat(context)
                    .getFailure()
                    .hasMessageContaining("wxpay.notifications.path must consist of segments")
                    .hasMessageContaining("(was " + path + ")"));
        }
    }

    static class UnsupportedParameter {
        @WxPayNotification
        void paid(TransactionSuccess n, Integer amount) {}
    }

    static class NoNotification {
        @WxPayNotification
        void paid(String merchant) {}
    }

    static class TwoNotifications {
        @WxPayNotification
        void paid(TransactionSuccess n, TransactionResult v2) {}
    }

    @Test
    void rejectsUnsupportedParameters() {
        fails(
                "UnsupportedParameter.paid has the type java.lang.Integer, which is not supported",
                UnsupportedParameter.class);
        fails("NoNotification.paid has no notification as a parameter", NoNotification.class);
        fails("TwoNotifications.paid has two notifications as parameters", TwoNotifications.class);
    }

    static class UnusedResult {
        @WxPayNotification
        boolean paid(TransactionSuccess n) {
            return false;
        }
    }

    static class MissingReply {
        @WxPayNotification
        void scanned(NativeScanned n) {}
    }

    static class WrongReply {
        @WxPayNotification
        Mono<String> scanned(NativeScanned n) {
            return Mono.just("prepay");
        }
    }

    @Test
    void rejectsUnsupportedResults() {
        fails("UnusedResult.paid returns boolean, but TransactionSuccess expects no reply", UnusedResult.class);
        fails("MissingReply.scanned returns void, but NativeScanned expects a reply", MissingReply.class);
        fails("but NativeScanned expects a reply: return NativeScannedReply", WrongReply.class);
    }

    static class OneReply {
        @WxPayNotification
        NativeScannedReply scanned(NativeScanned n) {
            throw new AssertionError("nothing arrives");
        }
    }

    static class AnotherReply extends OneReply {}

    @Test
    void rejectsTwoReplies() {
        fails("both reply to NativeScanned for the merchant default", OneReply.class, AnotherReply.class);
    }

    /** A type that the client of the application does not have. */
    static final class Foreign extends Notification {
        Foreign(ReceivedNotification received) {
            super(received);
        }
    }

    static class UnknownType {
        @WxPayNotification
        void foreign(Foreign n) {}
    }

    @Test
    void rejectsTypeThatTheClientDoesNotHave() {
        fails("which io.github.wxpaycodegen.client.WxPay never receives", UnknownType.class);
    }

    static class UnknownMerchant {
        @WxPayNotification(merchants = "shop-a")
        void paid(TransactionSuccess n) {}
    }

    @Test
    void rejectsUnknownMerchant() {
        fails("UnknownMerchant.paid is for the merchant shop-a, which is not configured", UnknownMerchant.class);
    }

    static class StaticHandler {
        @WxPayNotification
        static void paid(TransactionSuccess n) {}
    }

    @Test
    void rejectsStaticMethod() {
        fails("StaticHandler.paid is static", StaticHandler.class);
    }

    @Component
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // it is found by its annotation
    static class PrivateHandler {
        @WxPayNotification
        private void paid(TransactionSuccess n) {}
    }

    @Component
    static class FinalHandler {
        @WxPayNotification
        final void paid(TransactionSuccess n) {}
    }

    @Configuration
    static class Proxies {
        /** Proxies components, as transactions and security do. */
        @Bean
        static BeanPostProcessor proxies() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (!bean.getClass().isAnnotationPresent(Component.class)
                            || bean.getClass().isAnnotationPresent(Configuration.class)) {
                        return bean;
                    }
                    ProxyFactory factory = new ProxyFactory(bean);
                    factory.setProxyTargetClass(true);
                    return factory.getProxy();
                }
            };
        }
    }

    @Test
    void rejectsMethodsThatAProxyCannotCall() {
        fails("PrivateHandler.paid is private, but its bean is proxied", PrivateHandler.class, Proxies.class);
        fails("FinalHandler.paid is final, but its bean is proxied", FinalHandler.class, Proxies.class);
    }

    @Test
    void storeOfTheApplicationIsUsed() {
        APPLICATION
                .withUserConfiguration(ValidHandlers.class)
                .withBean(Deduplication.class, Deduplication::none)
                .run(context ->
                        assertThat(context.getBean(Deduplication.class)).isNotInstanceOf(InMemoryDeduplication.class));
    }

    @Test
    void jdbcNeedsOneDataSource() {
        APPLICATION
                .withPropertyValues("wxpay.notifications.path=/n", "wxpay.notifications.dedup=jdbc")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(
                                "wxpay.notifications.dedup=jdbc needs one DataSource, but the application" + " has 0"));
        APPLICATION
                .withPropertyValues("wxpay.notifications.path=/n", "wxpay.notifications.dedup=jdbc")
                .withBean("one", DataSource.class, JdbcDataSource::new)
                .withBean("two", DataSource.class, JdbcDataSource::new)
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("has 2 and none of them is primary"));
    }

    /** Its databases are those of the application, and so is its table. */
    @Test
    void ownJdbcStoreIsLeftToTheApplication() {
        JdbcDeduplication own =
                JdbcDeduplication.builder(new JdbcDataSource()).table("own").build();
        APPLICATION
                .withPropertyValues("wxpay.notifications.path=/n", "wxpay.notifications.dedup=jdbc")
                .withBean("one", DataSource.class, JdbcDataSource::new)
                .withBean("two", DataSource.class, JdbcDataSource::new)
                .withBean(Deduplication.class, () -> own)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Deduplication.class)).isSameAs(own);
                });
    }

    @Test
    void rejectsTimeoutOfNothing() {
        APPLICATION.withPropertyValues("wxpay.notifications.async-timeout=0s").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessage("wxpay.notifications.async-timeout must be from 1ms to 1d (was PT0S)"));
    }

    @Test
    void nativeImageKeepsHandlerMethods() {
        RuntimeHints hints = new RuntimeHints();
        new ReflectiveRuntimeHintsRegistrar().registerRuntimeHints(hints, ValidHandlers.class);

        assertThat(RuntimeHintsPredicates.reflection()
                        .onMethod(ValidHandlers.class, "unknown")
                        .invoke())
                .accepts(hints);
    }
}
