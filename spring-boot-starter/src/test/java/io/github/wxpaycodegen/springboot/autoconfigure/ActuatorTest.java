package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ActuatorTest {
    private static Simulator gateway;

    @BeforeAll
    static void startGateway() {
        gateway = TestMerchant.start();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    /** As in Spring Boot 3, which has no health of Spring Boot 4. */
    private static ApplicationContextRunner shop() {
        return TestMerchant.application()
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
                .withPropertyValues(TestMerchant.connection(gateway))
                .withPropertyValues(TestMerchant.v3("wxpay", gateway));
    }

    private static void query(WxPay pay) {
        pay.raw()
                .v3("GET", "/v3/pay/transactions/out-trade-no/A1")
                .query("mchid", "1230000109")
                .send();
    }

    private static MerchantHealth.Result health(
            WxPayMerchants<?> merchants, GatewayContacts contacts, Duration fromNow) {
        return new MerchantHealth(
                        merchants,
                        contacts,
                        Duration.ofDays(30),
                        Clock.fixed(Instant.now().plus(fromNow), ZoneOffset.UTC))
                .check();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merchant(Map<String, Object> details) {
        return (Map<String, Object>) details.get("default");
    }

    @Test
    void healthIsUpBeforeAnyCall() {
        shop().run(context -> {
            Health health = context.getBean(HealthIndicator.class).health();

            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(merchant(health.getDetails()))
                    .containsEntry("mchid", "123****109")
                    .containsEntry("keys", List.of("v3"))
                    .doesNotContainKey("clockAheadSeconds");
            assertThat(gateway.calls()).noneMatch(call -> call.path().contains("certificates"));
        });
    }

    @Test
    void healthShowsTheClockOfTheLastCall() {
        shop().run(context -> {
            context.getBean(WxPay.class).v3().pay().transactions().native_(b -> b.description("茶")
                    .outTradeNo("CLOCK-1")
                    .notifyUrl("https://shop.example.com/wxpay/notify")
                    .amount(a -> a.total(1)));

            Map<String, Object> details =
                    merchant(context.getBean(HealthIndicator.class).health().getDetails());

            assertThat(details.get("clockAheadSeconds")).isInstanceOf(Long.class);
        });
    }

    @Test
    void expiredCertificateIsDown() {
        shop().run(context -> {
            WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);
            GatewayContacts contacts = context.getBean(GatewayContacts.class);
            Instant end = merchants
                    .config("default")
                    .keys()
                    .certificates()
                    .get("merchantCertificatePem")
                    .get(0)
                    .getNotAfter()
                    .toInstant();
            Duration left = Duration.between(Instant.now(), end);

            MerchantHealth.Result soon = health(merchants, contacts, left.minusDays(29));
            MerchantHealth.Result late = health(merchants, contacts, left.plusDays(1));

            assertThat(soon.isUp()).isTrue();
            assertThat(merchant(soon.details()).get("warnings")).asString().contains("expires at " + end);
            assertThat(late.isUp()).isFalse();
            assertThat(merchant(late.details()).get("failures")).asString().contains("expired at " + end);
        });
    }

    @Test
    void failedDownloadOfTheOnlyKeysIsDown() {
        TestMerchant.application()
                .withPropertyValues(TestMerchant.connection(gateway))
                .withPropertyValues(
                        "wxpay.host=https://localhost:1",
                        "wxpay.max-attempts=1",
                        "wxpay.mchid=1230000109",
                        "wxpay.v3-key=" + gateway.v3Key(),
                        "wxpay.merchant-private-key-pem=" + gateway.merchantKeyPem(),
                        "wxpay.merchant-certificate-pem=" + gateway.merchantCertificatePem(),
                        "wxpay.download-platform-certificates=true")
                .run(context -> {
                    WxPayMerchants<?> merchants = context.getBean(WxPayMerchants.class);
                    GatewayContacts contacts = context.getBean(GatewayContacts.class);
                    assertThat(health(merchants, contacts, Duration.ZERO).isUp())
                            .isTrue();

                    assertThat(catchThrowable(() -> query(context.getBean(WxPay.class))))
                            .isNotNull();

                    MerchantHealth.Result result = health(merchants, contacts, Duration.ZERO);
                    assertThat(result.isUp()).isFalse();
                    assertThat(merchant(result.details()).get("failures"))
                            .asString()
                            .contains("the download of the platform certificates failed");
                });
    }

    @Test
    void infoShowsMaskedMerchants() {
        shop().run(context -> {
            Info.Builder info = new Info.Builder();
            context.getBean(InfoContributor.class).contribute(info);

            assertThat(info.build().getDetails().get("wxpay"))
                    .asString()
                    .contains("default=123****109")
                    .contains("version=");
        });
    }

    @Test
    void endpointsAreSwitchedOffByTheirProperties() {
        shop().withPropertyValues("management.health.wxpay.enabled=false", "management.info.wxpay.enabled=false")
                .run(context -> assertThat(context)
                        .doesNotHaveBean(HealthIndicator.class)
                        .doesNotHaveBean(InfoContributor.class));
    }

    @Test
    void applicationWithoutActuatorStarts() {
        shop().withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate", "org.springframework.boot.health", "io.micrometer"))
                .run(context -> assertThat(context)
                        .hasSingleBean(WxPay.class)
                        .doesNotHaveBean(SecretSanitizer.class)
                        .doesNotHaveBean("wxpayHealthIndicator"));
    }

    @Test
    void environmentHidesSecretsEvenIfValuesAreShown() {
        shop().run(context -> {
            EnvironmentEndpoint endpoint = new EnvironmentEndpoint(
                    context.getEnvironment(),
                    context.getBeansOfType(SanitizingFunction.class).values(),
                    Show.ALWAYS);
            String all = endpoint.environment("wxpay.*").getPropertySources().stream()
                    .map(source -> source.getProperties().entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue().getValue())
                            .toList())
                    .toList()
                    .toString();

            assertThat(all)
                    .contains("wxpay.v3-key=******")
                    .contains("wxpay.merchant-private-key-pem=******")
                    .contains("wxpay.appid=wxd678efh567hg6787")
                    .doesNotContain(gateway.v3Key());
        });
    }

    @Test
    void secretsAreHiddenWithoutClients() {
        shop().withPropertyValues("wxpay.enabled=false").run(context -> assertThat(context)
                .hasSingleBean(SecretSanitizer.class)
                .doesNotHaveBean(InfoContributor.class)
                .doesNotHaveBean("wxpayHealthIndicator"));
    }

    @Test
    void secretsAreHiddenUnderAllTheirNames() {
        SecretSanitizer sanitizer = new SecretSanitizer();
        for (String name : List.of(
                "WXPAY_V2_KEY",
                "wxpay.v3Key",
                "wxpay.merchants.shop-a.v3-key",
                "wxpay.merchants[shop-a].proxyPassword",
                "wxpay.client-certificate")) {
            assertThat(sanitizer
                            .apply(new SanitizableData(null, name, "secret"))
                            .getValue())
                    .as(name)
                    .isEqualTo(SanitizableData.SANITIZED_VALUE);
        }
        for (String name : List.of("wxpay.v2-key-file", "wxpay.mchid", "other.v2-key")) {
            assertThat(sanitizer
                            .apply(new SanitizableData(null, name, "public"))
                            .getValue())
                    .as(name)
                    .isEqualTo("public");
        }
    }

    @Test
    void merchantIdsAreMasked() {
        assertThat(MerchantIds.masked("1230000109")).isEqualTo("123****109");
        assertThat(MerchantIds.masked("1230")).isEqualTo("****");
        assertThat(MerchantIds.masked(null)).isEqualTo("none");
    }

    @Test
    void healthOfSpringBoot4IsTheSame() {
        shop().run(context -> {
            MerchantHealth merchants = new MerchantHealth(
                    context.getBean(WxPayMerchants.class),
                    context.getBean(GatewayContacts.class),
                    Duration.ofDays(30),
                    Clock.systemUTC());
            org.springframework.boot.health.contributor.Health health = new Boot4HealthIndicator(merchants).health();

            assertThat(health.getStatus()).isEqualTo(org.springframework.boot.health.contributor.Status.UP);
            assertThat(health.getDetails()).containsKey("default");
        });
    }
}
