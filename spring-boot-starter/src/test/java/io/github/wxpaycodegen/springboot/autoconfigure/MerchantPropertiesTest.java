package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

class MerchantPropertiesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private static Simulator gateway;

    private final Map<String, Object> properties = new HashMap<>();
    private final Map<String, Object> variables = new HashMap<>();

    @BeforeAll
    static void startGateway() {
        gateway = TestMerchant.start();
    }

    @AfterAll
    static void stopGateway() {
        gateway.close();
    }

    private MerchantPropertiesTest set(String name, String value) {
        properties.put(name, value);
        return this;
    }

    private StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addLast(new MapPropertySource("application", properties));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }

    private Map<String, WxPayConfig> read() {
        StandardEnvironment environment = environment();
        Map<String, WxPayConfig> configs = new LinkedHashMap<>();
        Map<String, ConfigurationPropertyName> prefixes =
                ConfiguredMerchants.of(environment).prefixes();
        prefixes.forEach((name, prefix) -> configs.put(
                name,
                new MerchantProperties(
                                new PropertyReader(environment),
                                new ContentReader(new DefaultResourceLoader()),
                                new SslBundleKeys(null),
                                prefix)
                        .config(config -> {})));
        return configs;
    }

    private WxPayConfig only() {
        return read().values().iterator().next();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() {
        return assertThatThrownBy(this::read).isInstanceOf(WxPaySetupException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wxpay.v2-key", "wxpay.v2Key", "wxpay.v2_key", "WXPAY.V2KEY"})
    void namesAreRelaxed(String name) {
        set("wxpay.mchid", "1900000001").set(name, KEY);
        assertThat(only().keys().canCall(Protocol.V2)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WXPAY_V2_KEY", "WXPAY_V2KEY"})
    void environmentHasPropertiesAsWell(String name) {
        set("wxpay.mchid", "1900000001");
        variables.put(name, KEY);
        assertThat(only().keys().canCall(Protocol.V2)).isTrue();
    }

    @Test
    void environmentCompletesMerchantsOfAFile() {
        set("wxpay.merchants.shop-a.mchid", "1900000001");
        variables.put("WXPAY_MERCHANTS_SHOP_A_V2_KEY", KEY);
        variables.put("WXPAY_MERCHANTS_SHOPB_MCHID", "1900000002");
        variables.put("WXPAY_MERCHANTS_SHOPB_V2KEY", KEY);

        assertThat(read()).containsOnlyKeys("shop-a", "shopb");
    }

    @Test
    void placeholdersAreResolved() {
        set("wxpay.mchid", "1900000001").set("wxpay.v2-key", "${secret}").set("secret", KEY);
        assertThat(only().keys().canCall(Protocol.V2)).isTrue();
    }

    @Test
    void unresolvedPlaceholderIsNoKey() {
        set("wxpay.mchid", "1900000001").set("wxpay.v2-key", "${secret}");
        assertRefused().hasMessageContaining("wxpay.v2-key has a placeholder that is not resolved");
    }

    @Test
    void keysAreReadFromFilesBase64AndLocations(@TempDir Path folder) throws Exception {
        String pem = gateway.merchantKeyPem();
        Path file = Files.writeString(folder.resolve("key.pem"), pem);
        String base64 = "base64:" + Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> forms = Map.of(
                "wxpay.merchant-private-key-pem", pem.replace("\n", "\\n"),
                "wxpay.merchantPrivateKeyPem", base64,
                "wxpay.merchant-private-key-pem-file", file.toString(),
                "wxpay.merchantPrivateKeyPemFile", file.toUri().toString(),
                "wxpay.merchant_private_key_pem", file.toUri().toString());
        forms.forEach((name, value) -> {
            properties.clear();
            for (String each : TestMerchant.v3("wxpay", gateway)) {
                set(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
            }
            properties.remove("wxpay.merchant-private-key-pem");
            set(name, value);
            assertThat(only().keys().canCall(Protocol.V3)).as(name).isTrue();
        });
    }

    @Test
    void clientCertificateIsBinary(@TempDir Path folder) throws Exception {
        byte[] p12 = gateway.clientCertificateP12("1230000109");
        Path file = Files.write(folder.resolve("apiclient_cert.p12"), p12);
        String text = Base64.getEncoder().encodeToString(p12);
        for (String value : new String[] {text, "base64:" + text, file.toUri().toString()}) {
            set("wxpay.mchid", "1230000109").set("wxpay.v2-key", KEY).set("wxpay.client-certificate", value);
            assertThat(only().keys().certificates()).containsKey("clientCertificate");
        }
    }

    @Test
    void passwordOfTheClientCertificateIsNamedAsProperty(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("apiclient_cert.p12"), gateway.clientCertificateP12("secret"));
        for (String value : new String[] {file.toString(), file.toUri().toString()}) {
            set("wxpay.mchid", "1230000109").set("wxpay.v2-key", KEY).set("wxpay.client-certificate-file", value);
            assertRefused()
                    .hasMessageStartingWith("wxpay.client-certificate-file: the P12 file cannot be opened")
                    .hasMessageEndingWith("set wxpay.client-certificate-password to the password");
        }
    }

    @Test
    void resourceOfTheClassPathIsRead() {
        set("wxpay.mchid", "1900000001").set("wxpay.v2-key-file", "classpath:v2-key.txt");
        assertThat(only().keys().canCall(Protocol.V2)).isTrue();
    }

    @Test
    void missingResourceIsNamed() {
        set("wxpay.mchid", "1900000001").set("wxpay.v2-key-file", "classpath:missing.txt");
        assertRefused().hasMessageContaining("wxpay.v2-key-file: cannot read class path resource [missing.txt]");
    }

    @Test
    void invalidBase64IsNotShown() {
        set("wxpay.mchid", "1900000001").set("wxpay.v2-key", "base64:$ecret");
        assertRefused()
                .hasMessage("wxpay.v2-key: the text after base64: must be Base64")
                .hasMessageNotContaining("ecret");
    }

    @Test
    void listsAreTextsOrLists() {
        set("wxpay.mchid", "1900000001")
                .set("wxpay.v2-key", KEY)
                .set("wxpay.replace-host[0]", "https://a.example.com=https://localhost:1")
                .set("wxpay.replace-host[1]", "https://b.example.com");
        assertRefused().hasMessageContaining("wxpay.replace-host: a pair must be");
    }

    @Test
    void merchantInheritsWhatItDoesNotSet() {
        set("wxpay.mchid", "1900000001")
                .set("wxpay.v2-key", KEY)
                .set("wxpay.timeout", "7s")
                .set("wxpay.merchants.tea.sub-mchid", "1900000109")
                .set("wxpay.merchants.cake.sub-mchid", "1900000110")
                .set("wxpay.merchants.cake.timeout", "9s");

        Map<String, WxPayConfig> configs = read();

        assertThat(configs.get("tea").timeout()).hasSeconds(7);
        assertThat(configs.get("cake").timeout()).hasSeconds(9);
        assertThat(configs.get("tea").keys().canCall(Protocol.V2)).isTrue();
        assertThat(configs.get("tea").mchid()).isEqualTo("1900000001");
    }

    /** The key of the one would sign for the other. */
    @Test
    void otherMerchantInheritsNoKey() {
        set("wxpay.mchid", "1900000001")
                .set("wxpay.v2-key", KEY)
                .set("wxpay.timeout", "7s")
                .set("wxpay.merchants.other.mchid", "1900000002");
        assertRefused()
                .hasMessageContaining("the merchant of wxpay.merchants.other.mchid has no keys")
                .hasMessageContaining("wxpay.merchants.other.v2-key");

        set("wxpay.merchants.other.v2-key", KEY);
        assertThat(only().timeout()).hasSeconds(7);
    }

    @Test
    void alternativesAreInheritedTogether(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("v2"), KEY);
        set("wxpay.mchid", "1900000001")
                .set("wxpay.v2-key", KEY)
                .set("wxpay.merchants.tea.v2-key-file", file.toString());
        assertThat(only().keys().canCall(Protocol.V2)).isTrue();
    }

    @Test
    void inheritedPropertyIsNamedAsItIsSet() {
        set("wxpay.mchid", "1900000001")
                .set("wxpay.v2-key", "short")
                .set("wxpay.merchants.tea.sub-mchid", "1900000109");
        assertRefused().hasMessageStartingWith("wxpay.v2-key must be 32 bytes (was 5)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wxpay.v3-key | too-short | wxpay.v3-key must be 32 bytes (was 9)",
                "wxpay.timeout | soon | wxpay.timeout must be a duration",
                "wxpay.max-attempts | 0 | wxpay.max-attempts must be at least 1 (was 0)",
                "wxpay.merchant-private-key-pem | /etc/key.pem | set wxpay.merchant-private-key-pem-file instead",
                "wxpay.host | http://localhost | wxpay.host: host must be an https URL",
                "wxpay.download-platform-certificates | yes | must be true or false",
                "wxpay.download-platform-certificates | true | wxpay.download-platform-certificates: the certificates are encrypted; configure wxpay.v3-key too",
                "wxpay.ssl.bundle | missing | wxpay.ssl.bundle: the application has no SSL bundles",
                "wxpay.wechat-pay-public-key-id | PUB_KEY_ID_1 | needs wxpay.wechat-pay-public-key-pem: set it too"
            })
    void errorsNameTheProperty(String name, String value, String message) {
        set("wxpay.mchid", "1900000001").set("wxpay.v2-key", KEY).set(name, value);
        assertRefused().hasMessageContaining(message);
    }

    @Test
    void bothFormsOfAKeyAreRefused() {
        set("wxpay.mchid", "1900000001").set("wxpay.v2-key", KEY).set("wxpay.v2-key-file", "classpath:v2-key.txt");
        assertRefused().hasMessageContaining("wxpay.v2-key and wxpay.v2-key-file are both set");
    }

    @Test
    void bundleAndOtherCredentialsAreRefused() {
        set("wxpay.mchid", "1900000001")
                .set("wxpay.merchant-private-key-pem", gateway.merchantKeyPem())
                .set("wxpay.ssl.bundle", "merchant");
        assertRefused().hasMessageContaining("wxpay.ssl.bundle and wxpay.merchant-private-key-pem are both set");
    }

    @Test
    void misspelledPropertiesAreFound() {
        set("wxpay.mchid", "1900000001")
                .set("wxpay.v2-keey", KEY)
                .set("wxpay.colour", "red")
                .set("wxpay.allow-host[0]", "https://a.example.com")
                .set("wxpay.notifications.path", "/notify")
                .set("wxpay.notifications.deduplication", "jdbc")
                .set("wxpay.notifications.jdbc.initializeSchema", "always")
                .set("wxpay.notification.dedup", "jdbc")
                .set("wxpay.ssl.bundel", "merchant")
                .set("wxpay.merchants.tea.sub-mchid", "1900000109")
                .set("wxpay.merchants.tea.timeouts", "7s");
        variables.put("WXPAY_SERVICE_HOST", "10.0.0.1");

        assertThat(ConfiguredMerchants.of(environment()).unknown())
                .containsExactly(
                        "wxpay.colour",
                        "wxpay.merchants.tea.timeouts (did you mean wxpay.merchants.tea.timeout?)",
                        "wxpay.notification.dedup",
                        "wxpay.notifications.deduplication",
                        "wxpay.ssl.bundel",
                        "wxpay.v2-keey (did you mean wxpay.v2-key?)");
    }

    @Test
    void missingMerchantIdIsNamed() {
        set("wxpay.v2-key", KEY);
        assertRefused().hasMessage("wxpay.mchid is not set: set it to the merchant id");
    }

    @Test
    void privateKeyAloneIsIncomplete() {
        set("wxpay.mchid", "1900000001").set("wxpay.merchant-private-key-pem", gateway.merchantKeyPem());
        assertRefused().hasMessageContaining("set wxpay.merchant-certificate-pem or wxpay.merchant-serial");

        set("wxpay.merchant-serial", "0A1B");
        assertRefused().hasMessageContaining("no key verifies the responses: set wxpay.wechat-pay-public-key-id");
    }

    @Test
    void certificateOfAnotherKeyIsNamed() {
        Simulator other = Simulator.builder().mchid("1900000001").start();
        try (other) {
            set("wxpay.mchid", "1900000001")
                    .set("wxpay.merchant-private-key-pem", gateway.merchantKeyPem())
                    .set("wxpay.merchant-certificate-pem", other.merchantCertificatePem());
            assertRefused()
                    .hasMessage("wxpay.merchant-certificate-pem: the certificate does not belong to"
                            + " wxpay.merchant-private-key-pem");
        }
    }
}
