package io.github.wxpaycodegen.springboot.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.runtime.notification.Deduplication;
import io.github.wxpaycodegen.runtime.notification.JdbcDeduplication;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Servers that share a database. */
class JdbcStoreTest {
    private static final String PATH = "/wxpay/notify";

    private static Simulator gateway;

    @BeforeAll
    static void startGateway() {
        gateway = Shop.startGateway(Shop.MCHID);
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    private static Shop start(WebApplicationType type, String database, String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("test.database=" + database);
        return Shop.start(type, Shop.merchant("wxpay", Shop.MCHID, gateway), all, Application.class);
    }

    @Test
    void serversShareTheStore() throws Exception {
        String database = UUID.randomUUID().toString();
        try (Shop one = start(WebApplicationType.SERVLET, database, "wxpay.notifications.dedup=jdbc");
                Shop other = start(WebApplicationType.REACTIVE, database, "wxpay.notifications.dedup=jdbc")) {
            NotificationAttempt unread = one.deliver(
                    gateway, "/elsewhere", Notice.v3("TRANSACTION.SUCCESS").with("out_trade_no", "SHARED"));
            Application first = one.bean(Application.class);
            CompletableFuture<HttpResponse<String>> handling = HttpClient.newHttpClient()
                    .sendAsync(one.request(unread, PATH, Map.of()), HttpResponse.BodyHandlers.ofString());
            assertThat(first.started.await(5, TimeUnit.MINUTES)).isTrue();

            HttpResponse<String> meanwhile = other.repeat(unread, PATH, Map.of());
            first.release.countDown();
            HttpResponse<String> handled = handling.get(5, TimeUnit.MINUTES);
            HttpResponse<String> afterwards = other.repeat(unread, PATH, Map.of());

            assertThat(meanwhile.statusCode()).isEqualTo(503);
            assertThat(meanwhile.body()).contains("FAIL");
            assertThat(handled.statusCode()).isEqualTo(204);
            assertThat(afterwards.statusCode()).isEqualTo(204);
            assertThat(first.orders).containsExactly("SHARED");
            assertThat(other.bean(Application.class).orders).isEmpty();
            // By the account: the names of merchants may change from one version of an application to the next.
            assertThat(one.bean(JdbcDeduplication.class).claim(Shop.MCHID + "/V3:" + unread.id()))
                    .isEqualTo(Deduplication.Claim.DONE);
        }
    }

    @Test
    void configuredTableChoosesTheDatabase() {
        String database = UUID.randomUUID().toString();
        try (Shop shop =
                start(WebApplicationType.SERVLET, database, "wxpay.notifications.jdbc.table=payments.events")) {
            assertThat(shop.bean(JdbcDeduplication.class)).isNotNull();
            JdbcDeduplication.builder(shop.bean(DataSource.class))
                    .table("payments.events")
                    .build()
                    .verifyTable();
        }
    }

    @Test
    void missingTableFailsTheStart() {
        assertThatThrownBy(() -> start(
                        WebApplicationType.SERVLET,
                        UUID.randomUUID().toString(),
                        "wxpay.notifications.dedup=jdbc",
                        "wxpay.notifications.jdbc.initialize-schema=never"))
                .hasMessageContaining("wxpay.notifications.jdbc.initialize-schema=always")
                .hasMessageContaining("wxpay_notification cannot be read");
    }

    /** With lazy initialization, a migration runs only before beans that depend on it. */
    @Test
    void migrationsCreateTheTableBeforeItIsVerified() {
        for (String lazy : List.of("false", "true")) {
            try (Shop shop = Shop.start(
                    WebApplicationType.SERVLET,
                    Shop.merchant("wxpay", Shop.MCHID, gateway),
                    List.of(
                            "wxpay.notifications.dedup=jdbc",
                            "wxpay.notifications.jdbc.initialize-schema=never",
                            "spring.main.lazy-initialization=" + lazy,
                            "test.database=" + UUID.randomUUID()),
                    Application.class,
                    Migrated.class)) {
                shop.bean(JdbcDeduplication.class).verifyTable();
            }
        }
    }

    @Configuration
    @Import(DatabaseInitializationDependencyConfigurer.class)
    static class Migrated {
        @Bean
        Migration migration(DataSource source) {
            return new Migration(source);
        }
    }

    /** As Flyway and Liquibase have it. */
    static final class Migration implements InitializingBean {
        private final DataSource source;

        Migration(DataSource source) {
            this.source = source;
        }

        @Override
        public void afterPropertiesSet() {
            JdbcDeduplication.builder(source).build().createTable();
        }
    }

    /** Found by Spring Boot. */
    static final class MigrationDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {
        @Override
        protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
            return Set.of(Migration.class);
        }
    }

    @Test
    void invalidTableNameFailsTheStart() {
        assertThatThrownBy(() -> start(
                        WebApplicationType.SERVLET, UUID.randomUUID().toString(), "wxpay.notifications.jdbc.table=a;b"))
                .hasRootCauseMessage("the name of a table consists of letters, digits and underscores,"
                        + " optionally with a schema: billing.wxpay_notification (was a;b)")
                .hasStackTraceContaining("wxpay.notifications.jdbc.table: ");
    }

    /** Otherwise a second server would handle a payment that the first one still handles. */
    @Test
    void timeoutOfHandlersIsShorterThanThatOfClaims() {
        assertThatThrownBy(() -> start(
                        WebApplicationType.SERVLET,
                        UUID.randomUUID().toString(),
                        "wxpay.notifications.jdbc.claim-timeout=10s",
                        "wxpay.notifications.async-timeout=10s"))
                .hasStackTraceContaining("wxpay.notifications.async-timeout must be shorter than"
                        + " wxpay.notifications.jdbc.claim-timeout, PT10S (was PT10S)");
        assertThatThrownBy(() -> start(
                        WebApplicationType.SERVLET,
                        UUID.randomUUID().toString(),
                        "wxpay.notifications.dedup=jdbc",
                        "wxpay.notifications.async-timeout=3m"))
                .hasStackTraceContaining("claim-timeout, PT2M (was PT3M)");
    }

    @Configuration
    @WebAutoConfiguration
    static class Application {
        final List<String> orders = new CopyOnWriteArrayList<>();
        final CountDownLatch started = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);

        @Bean
        DataSource dataSource(@Value("${test.database}") String name) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=60;INIT=CREATE SCHEMA IF NOT EXISTS payments");
            return source;
        }

        @WxPayNotification
        void paid(TransactionSuccess n) throws InterruptedException {
            started.countDown();
            if (!release.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the test has ended");
            }
            orders.add(n.resource().outTradeNo());
        }
    }
}
