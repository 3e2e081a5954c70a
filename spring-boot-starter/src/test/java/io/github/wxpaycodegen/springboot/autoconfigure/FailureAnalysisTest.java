package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.springboot.notification.WxPayNotification;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class FailureAnalysisTest {
    private static FailureAnalysis analysis(Throwable failure) {
        return new WxPaySetupFailureAnalyzer().analyze(failure);
    }

    @Test
    void namesThePropertyItsOriginAndWhatToDo() {
        Map<String, Object> properties = Map.of(
                "wxpay.mchid",
                "1900000001",
                "wxpay.v3-key",
                OriginTrackedValue.of(
                        "top-secret",
                        new TextResourceOrigin(
                                new ClassPathResource("application.properties"),
                                new TextResourceOrigin.Location(2, 13))));
        TestMerchant.application()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new OriginTrackedMapPropertySource("application", properties)))
                .run(context -> {
                    FailureAnalysis analysis = analysis(context.getStartupFailure());

                    assertThat(analysis.getDescription())
                            .contains("wxpay.v3-key must be 32 bytes (was 10)")
                            .contains("wxpay.v3-key from class path resource [application.properties] - 3:14")
                            .doesNotContain("top-secret");
                    assertThat(analysis.getAction())
                            .startsWith("Correct the property")
                            .contains("spring-boot.md");
                });
    }

    @Test
    void oneStartShowsTheProblemsOfAllMerchants() {
        TestMerchant.application()
                .withPropertyValues(
                        "wxpay.timeout=soon",
                        "wxpay.max-attempts=0",
                        "wxpay.proxy=nowhere",
                        "wxpay.host=http://localhost",
                        "wxpay.merchants.tea.mchid=1900000001",
                        "wxpay.merchants.tea.merchant-private-key-pem-file=/missing/key.pem",
                        "wxpay.merchants.tea.merchant-certificate-pem-file=/missing/cert.pem",
                        "wxpay.merchants.cake.mchid=1900000002",
                        "wxpay.merchants.cake.v2-key=short")
                .run(context -> {
                    FailureAnalysis analysis = analysis(context.getStartupFailure());

                    assertThat(analysis.getDescription().lines().filter(line -> line.startsWith("    - ")))
                            .hasSize(7)
                            .anyMatch(line -> line.startsWith("    - wxpay.timeout must be a duration"))
                            .anyMatch(line -> line.startsWith("    - wxpay.max-attempts must be at least 1"))
                            .anyMatch(line -> line.startsWith("    - wxpay.proxy must be a host and a port"))
                            .anyMatch(line -> line.startsWith("    - wxpay.host: host must be an https URL"))
                            .anyMatch(line -> line.contains("cannot read /missing/key.pem"))
                            .anyMatch(line -> line.contains("cannot read /missing/cert.pem"))
                            .anyMatch(line -> line.startsWith("    - wxpay.merchants.cake.v2-key must be 32 bytes"));
                    assertThat(analysis.getDescription()).contains("7 problems:");
                    assertThat(analysis.getAction())
                            .startsWith("Correct the property")
                            .hasLineCount(1);
                });
    }

    static class Shop {
        Shop(WxPay pay) {}
    }

    @Test
    void wrongChoiceOfMerchantsHidesNoOtherProblem() {
        TestMerchant.application()
                .withUserConfiguration(Shop.class)
                .withPropertyValues(
                        "wxpay.mchid=1900000003",
                        "wxpay.primary=coffee",
                        "wxpay.merchants.tea.mchid=1900000001",
                        "wxpay.merchants.tea.v2-key=short",
                        "wxpay.merchants.cake.mchid=1900000002",
                        "wxpay.merchants.cake.v3-key=short")
                .run(context -> {
                    FailureAnalysis analysis = analysis(context.getStartupFailure());

                    assertThat(analysis.getDescription().lines().filter(line -> line.startsWith("    - ")))
                            .hasSize(4)
                            .anyMatch(line -> line.startsWith("    - wxpay.mchid is set, but no merchant below"))
                            .anyMatch(line -> line.startsWith("    - wxpay.primary is \"coffee\", but no merchant has"))
                            .anyMatch(line -> line.startsWith("    - wxpay.merchants.tea.v2-key must be 32 bytes"))
                            .anyMatch(line -> line.startsWith("    - wxpay.merchants.cake.v3-key must be 32 bytes"));
                    assertThat(analysis.getAction())
                            .contains("Move wxpay.mchid", "Set wxpay.primary to one of", "Correct the property");
                });
    }

    @Test
    void applicationWithoutMerchantLearnsItsChoices() {
        TestMerchant.application().run(context -> {
            FailureAnalysis analysis = analysis(context.getStartupFailure());

            assertThat(analysis.getDescription()).contains("no merchant is configured");
            assertThat(analysis.getAction()).contains("wxpay.mchid").contains("wxpay.enabled to false");
        });
    }

    @Test
    void applicationWithoutClientLearnsItsChoices() {
        TestMerchant.application()
                .withClassLoader(new FilteredClassLoader(WxPay.class))
                .withPropertyValues("wxpay.mchid=1900000001")
                .run(context -> assertThat(analysis(context.getStartupFailure()).getAction())
                        .contains("wxpay-client")
                        .contains("WxPayClientFactory"));
    }

    /** Stands for what the generator emits into a package of the application. */
    public static final class OwnClient {
        public static OwnClient create(WxPayConfig config, WxPayClients clients) {
            return new OwnClient();
        }
    }

    static class OwnShop {
        OwnShop(OwnClient client) {}
    }

    static class OtherShop {
        OtherShop(StringBuilder other) {}
    }

    @Test
    void ownClientWithoutFactoryLearnsWhichBeanItNeeds() {
        ApplicationContextRunner application = TestMerchant.application()
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.v2-key=0123456789abcdef0123456789abcdef");
        application.withUserConfiguration(OwnShop.class).run(context -> {
            FailureAnalysis analysis = new MissingClientFailureAnalyzer().analyze(context.getStartupFailure());

            assertThat(analysis.getDescription())
                    .contains("No bean creates the client " + OwnClient.class.getName())
                    .contains("OwnShop");
            assertThat(analysis.getAction()).contains("WxPayClientFactory<OwnClient>", "#your-own-client");
        });
        application.withUserConfiguration(OtherShop.class).run(context -> assertThat(
                        new MissingClientFailureAnalyzer().analyze(context.getStartupFailure()))
                .isNull());
    }

    static class WrongHandler {
        @WxPayNotification
        void paid(TransactionSuccess n, Integer amount) {}
    }

    @Test
    void wrongHandlerIsExplained() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SslAutoConfiguration.class,
                        WxPayAutoConfiguration.class,
                        WxPayNotificationAutoConfiguration.class))
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.v2-key=0123456789abcdef0123456789abcdef")
                .withUserConfiguration(WrongHandler.class)
                .run(context -> {
                    FailureAnalysis analysis = analysis(context.getStartupFailure());

                    assertThat(analysis.getDescription())
                            .contains("WrongHandler.paid has the type java.lang.Integer, which is not supported");
                    assertThat(analysis.getAction())
                            .startsWith("Correct the method.")
                            .endsWith("#handler-methods");
                });
    }

    @Test
    void springBootFindsTheAnalyzers() throws IOException {
        Properties factories = PropertiesLoaderUtils.loadProperties(
                new FileSystemResource("src/main/resources/META-INF/spring.factories"));
        assertThat(factories.getProperty(FailureAnalyzer.class.getName()))
                .isEqualTo(
                        WxPaySetupFailureAnalyzer.class.getName() + "," + MissingClientFailureAnalyzer.class.getName());
    }
}
