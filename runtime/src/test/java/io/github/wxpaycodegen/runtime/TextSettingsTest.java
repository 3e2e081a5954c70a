package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.message.Fill;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations from the environment and from properties. */
class TextSettingsTest {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final X509Certificate CERTIFICATE =
            TestKeys.certificate(KEYS, "0A1B2C", Instant.now(), Duration.ofDays(60));
    private static final String KEY_32 = "0123456789abcdef0123456789abcdef";
    private static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0000000000000024101100397200000006";
    private static final Path GUIDE = Path.of("../docs/guide/configuration.md");

    /** What is an object of Java, and no text. */
    private static final Set<String> NOT_AS_TEXT =
            Set.of("build", "clock", "listener", "random", "setting-name", "transport", "signature-provider", "trust");

    @TempDir
    private Path folder;

    @Test
    void allKindsOfSettingsAreReadFromTheEnvironment() throws Exception {
        WxPayConfig config = WxPayConfig.fromEnvironment(Map.ofEntries(
                        Map.entry("PATH", "/usr/bin"),
                        Map.entry("WXPAY_MCHID", "1900000001"),
                        Map.entry("WXPAY_SUB_APPID", "wx2"),
                        Map.entry("WXPAY_BRAND_ID", "120344"),
                        Map.entry("WXPAY_V2_KEY", KEY_32),
                        Map.entry("WXPAY_V3_KEY", KEY_32),
                        Map.entry("WXPAY_MERCHANT_PRIVATE_KEY_PEM", keyPem().replace("\n", "\\n")),
                        Map.entry("WXPAY_MERCHANT_CERTIFICATE_PEM_FILE", file("cert.pem", certificatePem())),
                        Map.entry("WXPAY_WECHAT_PAY_PUBLIC_KEY_ID", PUBLIC_KEY_ID),
                        Map.entry("WXPAY_WECHAT_PAY_PUBLIC_KEY_PEM", publicKeyPem()),
                        Map.entry("WXPAY_DOWNLOAD_PLATFORM_CERTIFICATES", "true"),
                        Map.entry("WXPAY_CLIENT_CERTIFICATE", base64(p12("1900000001"))),
                        Map.entry("WXPAY_TIMEOUT", "7s"),
                        Map.entry("WXPAY_MAX_FILE_BYTES", "5000000000"),
                        Map.entry("WXPAY_MAX_ATTEMPTS", "2"),
                        Map.entry("WXPAY_HOST", "https://pay.example.com"),
                        Map.entry("WXPAY_BACKUP_HOST", "https://pay2.example.com"),
                        Map.entry("WXPAY_ALLOW_HOST", "https://a.example.com, https://b.example.com"),
                        Map.entry("WXPAY_REPLACE_HOST", "https://c.example.com=https://localhost:1"),
                        Map.entry("WXPAY_PROXY", "proxy.example.com:3128"),
                        Map.entry("WXPAY_PROXY_USER", "me"),
                        Map.entry("WXPAY_PROXY_PASSWORD", "secret"),
                        Map.entry("WXPAY_LOG_BODIES", "true")))
                .build();
        assertThat(config.mchid()).isEqualTo("1900000001");
        assertThat(config.settings().id(Fill.SUB_APPID)).isEqualTo("wx2");
        assertThat(config.settings().id(Fill.BRAND_ID)).isEqualTo("120344");
        assertThat(config.settings().v2().signer()).isNotNull();
        assertThat(config.settings().merchant().v3KeyBytes()).isEqualTo(KEY_32.getBytes(StandardCharsets.US_ASCII));
        assertThat(config.settings().merchant().privateKey()).isEqualTo(KEYS.getPrivate());
        assertThat(config.settings().merchant().certificate()).isEqualTo(CERTIFICATE);
        assertThat(config.settings().merchant().keys().isEmpty()).isFalse();
        assertThat(config.settings().merchant().download()).isTrue();
        assertThat(config.settings().presentsCertificate()).isTrue();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.settings().limits().maxFileBytes()).isEqualTo(5_000_000_000L);
        assertThat(config.settings().limits().maxAttempts()).isEqualTo(2);
        assertThat(config.settings().hosts().usual()).isEqualTo(URI.create("https://pay.example.com"));
        assertThat(config.settings().hosts().backup()).isEqualTo(URI.create("https://pay2.example.com"));
        assertThat(config.settings().hosts().allowed())
                .containsExactlyInAnyOrder(URI.create("https://a.example.com"), URI.create("https://b.example.com"));
        assertThat(config.settings().hosts().replaced())
                .containsEntry(URI.create("https://c.example.com"), URI.create("https://localhost:1"));
        assertThat(config.settings().logBodies()).isTrue();
    }

    @Test
    void propertiesHaveTheSameNamesInLowerCase() {
        Properties properties = new Properties();
        properties.setProperty("wxpay.mchid", "1900000001");
        properties.setProperty("wxpay.merchant-private-key-pem", keyPem());
        properties.setProperty("wxpay.connect-timeout", "PT2S");
        properties.setProperty("mchid", "1900000002");
        assertThat(WxPayConfig.fromProperties("wxpay", properties::getProperty).build())
                .satisfies(config -> assertThat(config.mchid()).isEqualTo("1900000001"))
                .satisfies(config ->
                        assertThat(config.settings().merchant().privateKey()).isEqualTo(KEYS.getPrivate()));
        assertThat(WxPayConfig.fromProperties("wxpay.", properties::getProperty)
                        .build()
                        .mchid())
                .isEqualTo("1900000001");
        assertThat(WxPayConfig.fromProperties("", properties::getProperty)
                        .build()
                        .mchid())
                .isEqualTo("1900000002");
    }

    @Test
    void builderTakesFurtherSettings() {
        WxPayConfig config = WxPayConfig.fromEnvironment(Map.of("WXPAY_MCHID", "1900000001"))
                .appid("wx1")
                .build();
        assertThat(config.appid()).isEqualTo("wx1");
        assertThat(config.mchid()).isEqualTo("1900000001");
    }

    /** A password is what makes a URL malformed most often. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host|https://user:secr et@host.example",
                "host|https://user:secret%zz@host.example",
                "backup-host|user:secret@host.example:80",
                "allow-host|https://host.example?key=secret",
                "replace-host|https://user:secr[et@host.example=https://host.example"
            })
    void malformedHostIsNotShown(String name, String value) {
        assertThatThrownBy(() -> WxPayConfig.fromProperties("wxpay", Map.of("wxpay." + name, value)::get))
                .hasMessageContaining("must be an https URL with a host, such as")
                .hasMessageNotContaining("secr")
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getCause())).doesNotContain("secr"));
    }

    /** Editors and echo end a file with a line end, which belongs to no key. */
    @Test
    void secretInAFileMayEndWithALineEnd() throws Exception {
        WxPayConfig config = WxPayConfig.fromEnvironment(Map.of(
                        "WXPAY_V3_KEY_FILE", file("v3", KEY_32 + "\r\n"),
                        "WXPAY_MCHID", "1900000001",
                        "WXPAY_CLIENT_CERTIFICATE_FILE", file("cert.p12", p12("secret")),
                        "WXPAY_CLIENT_CERTIFICATE_PASSWORD_FILE", file("password", "secret\n")))
                .build();
        assertThat(config.settings().merchant().v3KeyBytes()).isEqualTo(KEY_32.getBytes(StandardCharsets.US_ASCII));
        assertThat(config.settings().presentsCertificate()).isTrue();
    }

    @Test
    void clientCertificateMayBeAPairInPem() {
        assertThat(WxPayConfig.fromEnvironment(Map.of(
                                "WXPAY_CLIENT_CERTIFICATE_PEM", certificatePem(),
                                "WXPAY_CLIENT_CERTIFICATE_KEY_PEM", keyPem()))
                        .build()
                        .settings()
                        .presentsCertificate())
                .isTrue();
    }

    @Test
    void brandKeysAreReadTheSameWay() {
        WxPayConfig config = WxPayConfig.fromEnvironment(Map.of(
                        "WXPAY_BRAND_ID",
                        "120344",
                        "WXPAY_BRAND_V3_KEY",
                        KEY_32,
                        "WXPAY_BRAND_PRIVATE_KEY_PEM",
                        keyPem(),
                        "WXPAY_BRAND_CERTIFICATE_PEM",
                        certificatePem(),
                        "WXPAY_BRAND_WECHAT_PAY_PUBLIC_KEY_ID",
                        PUBLIC_KEY_ID,
                        "WXPAY_BRAND_WECHAT_PAY_PUBLIC_KEY_PEM",
                        publicKeyPem()))
                .build();
        assertThat(config.settings().account(V3Account.BRAND).privateKey()).isEqualTo(KEYS.getPrivate());
        assertThat(config.settings().account(V3Account.BRAND).keys().isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "30s, PT30S", "2m, PT2M", "1h, PT1H", "PT1M30S, PT1M30S"})
    void durationsAreRead(String text, Duration duration) {
        assertThat(WxPayConfig.fromEnvironment(Map.of("WXPAY_TIMEOUT", text))
                        .build()
                        .timeout())
                .isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WXPAY_V2_KEY|short-secret|WXPAY_V2_KEY: v2Key must be 32 bytes (was 12)",
                "WXPAY_MCHID|' '|WXPAY_MCHID is blank: remove it, or give it a value",
                "WXPAY_TIMEOUT|30|WXPAY_TIMEOUT must be a duration: 500ms, 30s, 2m or PT30S (was \"30\")",
                "WXPAY_TIMEOUT|0s|WXPAY_TIMEOUT: timeout must be positive (was PT0S)",
                "WXPAY_TIMEOUT|366d|WXPAY_TIMEOUT must be a duration: 500ms, 30s, 2m or PT30S (was \"366d\")",
                "WXPAY_TIMEOUT|8761h|WXPAY_TIMEOUT: timeout must be at most 365 days (was PT8761H)",
                "WXPAY_TIMEOUT|99999999999s|WXPAY_TIMEOUT: timeout must be at most 365 days (was PT27777777H46M39S)",
                "WXPAY_TIMEOUT|9999999999999999h|WXPAY_TIMEOUT must be at most 365 days (was \"9999999999999999h\")",
                "WXPAY_TIMEOUT|99999999999999999999ms|WXPAY_TIMEOUT must be at most 365 days (was \"9999",
                "WXPAY_TIMEOUT|PT99999999999999999999S|WXPAY_TIMEOUT must be at most 365 days (was \"PT999",
                "WXPAY_MAX_ATTEMPTS|0|WXPAY_MAX_ATTEMPTS: maxAttempts must be at least 1 (was 0)",
                "WXPAY_MAX_ATTEMPTS|2.5|WXPAY_MAX_ATTEMPTS must be a whole number of at most 2147483647 (was \"2.5\")",
                "WXPAY_MAX_CONNECTIONS|4294967297|WXPAY_MAX_CONNECTIONS must be a whole number of at most 2147483647",
                "WXPAY_LOG_BODIES|yes|WXPAY_LOG_BODIES must be true or false (was \"yes\")",
                "WXPAY_HOST|http://a.example.com|WXPAY_HOST: host must be an https URL",
                "WXPAY_REPLACE_HOST|https://a.example.com|WXPAY_REPLACE_HOST: a pair must be the host of the specs",
                "WXPAY_PROXY|proxy.example.com|WXPAY_PROXY must be a host and a port",
                "WXPAY_PROXY|proxy.example.com:70000|WXPAY_PROXY must be a host and a port",
                "WXPAY_PROXY_USER|me|WXPAY_PROXY_USER needs WXPAY_PROXY_PASSWORD: set it too",
                "WXPAY_WECHAT_PAY_PUBLIC_KEY_ID|PUB_KEY_ID_1|needs WXPAY_WECHAT_PAY_PUBLIC_KEY_PEM: set it too",
                "WXPAY_CLIENT_CERTIFICATE_PASSWORD|x|WXPAY_CLIENT_CERTIFICATE_PASSWORD needs WXPAY_CLIENT_CERTIFICATE",
                "WXPAY_CLIENT_CERTIFICATE|/etc/a.p12|in Base64; WXPAY_CLIENT_CERTIFICATE_FILE takes its name",
                "WXPAY_MERCHANT_CERTIFICATE_PEM|/etc/a.pem|set WXPAY_MERCHANT_CERTIFICATE_PEM_FILE instead",
                "WXPAY_V3_KEY_FILE|/nowhere/v3.key|WXPAY_V3_KEY_FILE: cannot read /nowhere/v3.key"
            })
    void errorNamesTheVariable(String variable, String value, String message) {
        assertThatThrownBy(() ->
                        WxPayConfig.fromEnvironment(Map.of(variable, value)).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void errorNamesTheProperty() {
        Map<String, String> properties = Map.of("pay.v3-key", "short-secret");
        assertThatThrownBy(() -> WxPayConfig.fromProperties("pay", properties::get))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("pay.v3-key: v3Key must be 32 bytes (was 12)")
                .hasMessageNotContaining("short-secret");
    }

    @Test
    void secretsAreInNoError() {
        for (String variable : List.of("WXPAY_PROXY", "WXPAY_MERCHANT_PRIVATE_KEY_PEM", "WXPAY_CLIENT_CERTIFICATE")) {
            assertThatThrownBy(() -> WxPayConfig.fromEnvironment(Map.of(variable, "http://me:s3cret@proxy:3128")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(variable)
                    .hasMessageNotContaining("s3cret");
        }
    }

    @Test
    void settingAndItsFileAreNotBothGiven() throws Exception {
        Map<String, String> both = Map.of("WXPAY_V2_KEY", KEY_32, "WXPAY_V2_KEY_FILE", file("v2", KEY_32));
        assertThatThrownBy(() -> WxPayConfig.fromEnvironment(both))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("WXPAY_V2_KEY and WXPAY_V2_KEY_FILE are both set: keep one of them");
    }

    @Test
    void clientHasOneCertificate() throws Exception {
        Map<String, String> both = Map.of(
                "WXPAY_CLIENT_CERTIFICATE", base64(p12("1")),
                "WXPAY_CLIENT_CERTIFICATE_PEM", certificatePem(),
                "WXPAY_CLIENT_CERTIFICATE_KEY_PEM", keyPem());
        assertThatThrownBy(() -> WxPayConfig.fromEnvironment(both))
                .hasMessageContaining("WXPAY_CLIENT_CERTIFICATE and WXPAY_CLIENT_CERTIFICATE_PEM are both set");
    }

    @Test
    void emptyFileIsRefused() throws Exception {
        Map<String, String> variables = Map.of("WXPAY_V2_KEY_FILE", file("empty", ""));
        assertThatThrownBy(() -> WxPayConfig.fromEnvironment(variables))
                .hasMessage("WXPAY_V2_KEY_FILE: the file is empty");
    }

    /** It is no error: the variable can be somebody else's. */
    @Test
    void unknownVariableIsLoggedWithTheNearestName() {
        assertThatCode(() -> WxPayConfig.fromEnvironment(Map.of(
                        "WXPAY_MCH_ID", "1900000001",
                        "WXPAY_PORT_8443_TCP_ADDR_OF_A_SERVICE", "tcp://10.0.0.1",
                        "WXPAYX", "1")))
                .doesNotThrowAnyException();
        assertThat(RecordingLogs.linesOf("Ignored environment variables"))
                .contains("Ignored environment variables that are not settings of the client:"
                        + " WXPAY_MCH_ID (did you mean WXPAY_MCHID?), WXPAY_PORT_8443_TCP_ADDR_OF_A_SERVICE");
    }

    @Test
    void everySettingThatIsATextHasAName() {
        Set<String> settings = Arrays.stream(WxPayConfig.Builder.class.getMethods())
                .filter(method -> method.getReturnType().isAssignableFrom(WxPayConfig.Builder.class)
                        && method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .filter(name -> !NOT_AS_TEXT.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(settings).hasSizeGreaterThan(30);
        assertThat(labels()).containsAll(settings);
    }

    @Test
    void guideListsAllNames() throws Exception {
        Map<String, String> rows = new HashMap<>();
        for (String line : Files.readAllLines(GUIDE)) {
            if (line.startsWith("| `WXPAY_")) {
                rows.put(line.split("`")[1], line);
            }
        }
        Set<String> listed = new TreeSet<>();
        rows.forEach((variable, row) -> {
            String name = variable.substring("WXPAY_".length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-');
            assertThat(row).contains("| `" + name + "` |");
            listed.add(name);
            if (row.contains("| yes |")) {
                listed.add(name + "-file");
            }
        });
        assertThat(listed).containsExactlyInAnyOrderElementsOf(labels());
    }

    private static List<String> labels() {
        TextValues values = new TextValues(name -> name, name -> null);
        new TextSettings(values).applyTo(WxPayConfig.builder());
        return values.labels();
    }

    private String file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private static String keyPem() {
        return new String(TestKeys.pem(KEYS.getPrivate()), StandardCharsets.US_ASCII);
    }

    private static String publicKeyPem() {
        return new String(TestKeys.pem(KEYS.getPublic()), StandardCharsets.US_ASCII);
    }

    private static String certificatePem() {
        try {
            return new String(TestKeys.pem("CERTIFICATE", CERTIFICATE.getEncoded()), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    @Test
    void errorOfAP12FileNamesItsVariables() throws Exception {
        String file = file("other.p12", p12("secret"));
        Map<String, String> ofMerchant = Map.of("WXPAY_MCHID", "1900000001", "WXPAY_CLIENT_CERTIFICATE_FILE", file);
        Map<String, String> withPassword =
                Map.of("WXPAY_CLIENT_CERTIFICATE_FILE", file, "WXPAY_CLIENT_CERTIFICATE_PASSWORD", "wrong");

        for (Map<String, String> variables : List.of(ofMerchant, withPassword)) {
            assertThatThrownBy(() -> WxPayConfig.fromEnvironment(variables).build())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("WXPAY_CLIENT_CERTIFICATE_FILE: ")
                    .hasMessageEndingWith("Its password is the merchant id unless it was changed: set"
                            + " WXPAY_CLIENT_CERTIFICATE_PASSWORD to the password");
        }
        assertThatThrownBy(() -> WxPayConfig.fromProperties("wxpay", Map.of("wxpay.client-certificate-file", file)::get)
                        .build())
                .hasMessage(
                        "wxpay.client-certificate-file: the password is the mchid unless one is given; configure either");
    }

    private static byte[] p12(String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("merchant", KEYS.getPrivate(), password.toCharArray(), new Certificate[] {CERTIFICATE});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }
}
