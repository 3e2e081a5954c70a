package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.notification.Notifications;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Writer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.web.server.WebFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Applications with filters that read bodies, below a base path. */
class NotificationEndpointTest {
    private static final String PATH = "/wxpay/notify";

    @Nested
    class InSpringMvc extends EachFramework {
        InSpringMvc() {
            super(
                    WebApplicationType.SERVLET,
                    "/shop/api",
                    ServletFilters.class,
                    "server.servlet.context-path=/shop",
                    "spring.mvc.servlet.path=/api",
                    "spring.mvc.hiddenmethod.filter.enabled=true");
        }
    }

    @Nested
    class InWebFlux extends EachFramework {
        InWebFlux() {
            super(
                    WebApplicationType.REACTIVE,
                    "/shop",
                    ReactiveFilters.class,
                    "spring.webflux.base-path=/shop",
                    "spring.webflux.hiddenmethod.filter.enabled=true");
        }
    }

    /** Tests of both frameworks. Each test has an order of its own. */
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class EachFramework {
        private final WebApplicationType type;
        private final String base;
        private final Class<?> filters;
        private final List<String> properties;
        private Simulator gateway;
        private Shop shop;

        /**
         * Creates the tests of a framework.
         *
         * @param base the path below which the application serves its paths
         * @param filters the configuration of filters that read bodies
         */
        EachFramework(WebApplicationType type, String base, Class<?> filters, String... properties) {
            this.type = type;
            this.base = base;
            this.filters = filters;
            this.properties = List.of(properties);
        }

        @BeforeAll
        void start() {
            gateway = Shop.startGateway(Shop.MCHID);
            shop = Shop.start(
                    type, Shop.merchant("wxpay", Shop.MCHID, gateway), properties, Application.class, filters);
        }

        @AfterAll
        void stop() {
            shop.close();
            gateway.close();
        }

        private NotificationAttempt deliver(Notice notice) throws InterruptedException {
            return shop.deliver(gateway, base + PATH, notice);
        }

        private List<String> handled(String order) {
            return shop.bean(Orders.class).of(order);
        }

        private static Notice paid(String order) {
            return Notice.v3("TRANSACTION.SUCCESS").with("out_trade_no", order);
        }

        @Test
        void handlersRunInTheirOrder() throws Exception {
            NotificationAttempt attempt = deliver(paid("ORDERED"));

            assertThat(attempt.status()).hasValue(204);
            assertThat(attempt.isAccepted()).isTrue();
            assertThat(handled("ORDERED"))
                    .containsExactly(
                            "paid ORDERED of default in a transaction as received", "ship ORDERED", "mail ORDERED");
        }

        @Test
        void repliesToV2InXml() throws Exception {
            NotificationAttempt attempt =
                    deliver(Notice.v2("transaction-success").with("out_trade_no", "V2-ORDER"));

            assertThat(attempt.isAccepted()).isTrue();
            assertThat(new String(attempt.reply(), StandardCharsets.UTF_8))
                    .isEqualTo("<xml><return_code><![CDATA[SUCCESS]]></return_code>"
                            + "<return_msg><![CDATA[OK]]></return_msg></xml>");
            assertThat(handled("V2-ORDER")).containsExactly("paid V2-ORDER");
        }

        @Test
        void waitsForReactiveHandler() throws Exception {
            NotificationAttempt attempt = deliver(Notice.v3("REFUND.SUCCESS").with("out_refund_no", "REFUND-1"));

            assertThat(attempt.status()).hasValue(204);
            assertThat(handled("REFUND-1")).containsExactly("refund REFUND-1");
        }

        @Test
        void sendsTheReplyThatTheGatewayExpects() throws Exception {
            NotificationAttempt attempt = deliver(Notice.v2("native-mode-1").with("product_id", "P1"));

            assertThat(attempt.problem()).isEmpty();
            assertThat(new String(attempt.reply(), StandardCharsets.UTF_8)).contains("prepay-of-P1", "<sign>");
        }

        @Test
        void passesOtherNotificationsToTheHandlerOfAll() throws Exception {
            NotificationAttempt attempt = deliver(Notice.v3("REFUND.CLOSED").with("out_refund_no", "REFUND-CLOSED"));

            assertThat(attempt.status()).hasValue(204);
            assertThat(handled("REFUND-CLOSED")).hasSize(1);
        }

        @Test
        void failedHandlerGetsTheNextDelivery() throws Exception {
            shop.bean(Orders.class).failOnce("FAILED");
            NotificationAttempt first = deliver(paid("FAILED"));
            NotificationAttempt second = Shop.attempt(gateway, first.id(), 2);

            assertThat(first.status()).hasValue(500);
            assertThat(second.status()).hasValue(204);
            assertThat(handled("FAILED")).hasSize(3);
        }

        @Test
        void allHandlersMustSucceed() throws Exception {
            shop.bean(Orders.class).failOnce("HALF-shipping");
            NotificationAttempt first = deliver(paid("HALF"));
            NotificationAttempt second = Shop.attempt(gateway, first.id(), 2);

            assertThat(first.status()).hasValue(500);
            assertThat(second.status()).hasValue(204);
            assertThat(handled("HALF").stream().map(each -> each.substring(0, 4)))
                    .containsExactly("paid", "paid", "ship", "mail");
        }

        @Test
        void handlesRepeatedNotificationOnce() throws Exception {
            NotificationAttempt attempt = deliver(paid("TWICE"));
            HttpResponse<String> repeated = shop.repeat(attempt, base + PATH, Map.of());

            assertThat(repeated.statusCode()).isEqualTo(204);
            assertThat(handled("TWICE")).hasSize(3);
        }

        @Test
        void rejectsForgedNotification() throws Exception {
            NotificationAttempt v3 = deliver(paid("FORGED").withFault(NoticeFault.BAD_SIGNATURE));
            NotificationAttempt v2 = deliver(Notice.v2("transaction-success")
                    .with("out_trade_no", "FORGED")
                    .withFault(NoticeFault.BAD_SIGNATURE));

            assertThat(v3.status()).hasValue(401);
            assertThat(v2.status()).hasValue(401);
            assertThat(handled("FORGED")).isEmpty();
        }

        @Test
        void formIsVerifiedAsItsBytes() throws Exception {
            NotificationAttempt unread = shop.deliver(gateway, "/elsewhere", paid("FORM"));
            HttpResponse<String> reply =
                    shop.repeat(unread, base + PATH, Map.of("content-type", "application/x-www-form-urlencoded"));

            assertThat(reply.statusCode()).isEqualTo(204);
            assertThat(handled("FORM")).hasSize(3);
        }

        @Test
        void otherContentTypesAreVerifiedAsTheirBytes() throws Exception {
            for (String type : List.of("text/plain; charset=GBK", "multipart/form-data; boundary=x", "x/y")) {
                String order = "TYPE-" + type.charAt(0);
                NotificationAttempt unread = shop.deliver(gateway, "/elsewhere", paid(order));
                HttpResponse<String> reply = shop.repeat(unread, base + PATH, Map.of("content-type", type));

                assertThat(reply.statusCode()).as(type).isEqualTo(204);
                assertThat(handled(order)).as(type).hasSize(3);
            }
        }

        @Test
        void rejectsTooLargeBody() throws Exception {
            String json = "{\"id\": \"" + "x".repeat(Notifications.maxBytes()) + "\"}";

            assertThat(shop.send("POST", base + PATH, "application/json", json).statusCode())
                    .isEqualTo(413);
        }

        @Test
        void rejectsGarbage() throws Exception {
            HttpResponse<String> reply = shop.send("POST", base + PATH, "application/json", "{");

            assertThat(reply.statusCode()).isBetween(400, 401);
            assertThat(reply.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
            assertThat(reply.body()).contains("\"code\":\"FAIL\"");
        }

        @Test
        void acceptsOnlyPost() throws Exception {
            for (String method : List.of("GET", "HEAD", "PUT", "DELETE")) {
                assertThat(shop.status(method, base + PATH)).as(method).isBetween(404, 405);
            }
        }

        @Test
        void merchantHasAPathOfItsOwn() throws Exception {
            NotificationAttempt known = shop.deliver(gateway, base + PATH + "/default", paid("NAMED"));

            assertThat(known.status()).hasValue(204);
            assertThat(shop.status("POST", base + PATH + "/unknown")).isEqualTo(404);
            assertThat(shop.status("POST", base + PATH + "/default/more")).isEqualTo(404);
            assertThat(shop.status("POST", "/wxpay/notify")).isEqualTo(404);
        }
    }

    @Configuration
    @WebAutoConfiguration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Application {
        @Bean
        Orders orders() {
            return new Orders();
        }

        @Bean
        PlatformTransactionManager transactionManager() {
            return new AbstractPlatformTransactionManager() {
                private static final long serialVersionUID = 1L;

                @Override
                protected Object doGetTransaction() {
                    return "transaction";
                }

                @Override
                protected void doBegin(Object transaction, TransactionDefinition definition) {}

                @Override
                protected void doCommit(DefaultTransactionStatus status) {}

                @Override
                protected void doRollback(DefaultTransactionStatus status) {}
            };
        }
    }

    @Configuration
    static class ServletFilters {
        @Bean
        @Order(-1_000_000)
        Filter cachingFilter() {
            return (request, response, chain) -> {
                ContentCachingRequestWrapper caching = new ContentCachingRequestWrapper((HttpServletRequest) request);
                caching.getParameterMap();
                chain.doFilter(caching, response);
            };
        }

        @Bean
        @Order(-999_999)
        Filter readingFilter() {
            return (request, response, chain) -> {
                request.getReader().transferTo(Writer.nullWriter());
                chain.doFilter(request, response);
            };
        }
    }

    @Configuration
    static class ReactiveFilters {
        @Bean
        @Order(-1_000_000)
        WebFilter formReadingFilter() {
            return (exchange, chain) -> exchange.getFormData().then(chain.filter(exchange));
        }
    }
}
