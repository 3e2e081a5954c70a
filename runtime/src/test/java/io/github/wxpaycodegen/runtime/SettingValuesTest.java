package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings as people give them: wrong ones are named and explained, and harmless differences are accepted. */
class SettingValuesTest {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SECRET = "MIIE-secret";

    /** Of this run alone, for what is logged stays in the JVM. */
    private final String serial = "5E"
            + UUID.randomUUID()
                    .toString()
                    .replace("-", "")
                    .toUpperCase(Locale.ROOT)
                    .substring(0, 30);

    @Test
    void nullAndBlankNameTheirSetting() {
        Map<String, Consumer<WxPayConfig.Builder>> settings = new LinkedHashMap<>();
        settings.put("mchid", b -> b.mchid(null));
        settings.put("appid", b -> b.appid(null));
        settings.put("subMchid", b -> b.subMchid(null));
        settings.put("subAppid", b -> b.subAppid(null));
        settings.put("brandId", b -> b.brandId(null));
        settings.put("v2Key", b -> b.v2Key(null));
        settings.put("v3Key", b -> b.v3Key(null));
        settings.put("workwxSecret", b -> b.workwxSecret(null));
        settings.put("merchantSerial", b -> b.merchantSerial(null));
        settings.put("merchantPrivateKeyPem", b -> b.merchantPrivateKeyPem((String) null));
        settings.put("merchantCertificatePem", b -> b.merchantCertificatePem((byte[]) null));
        settings.put("wechatPayPublicKeyPem", b -> b.wechatPayPublicKeyPem(null, TestKeys.pem(KEYS.getPublic())));
        settings.put("platformCertificatesPem", b -> b.platformCertificatesPem((Path) null));
        settings.put("encryptionKeyPem", b -> b.encryptionKeyPem((byte[]) null));
        settings.put("clientCertificate", b -> b.clientCertificate((byte[]) null));
        settings.put("clientCertificatePem", b -> b.clientCertificatePem((byte[]) null, new byte[0]));
        settings.put("trustPem", b -> b.trustPem((String) null));
        settings.put("proxy", b -> b.proxy(null, 80));
        settings.put("timeout", b -> b.timeout(null));
        settings.put("host", b -> b.host(null));
        settings.put("clock", b -> b.clock(null));
        settings.forEach(
                (name, give) -> assertRefused(() -> give.accept(WxPayConfig.builder()), name + " must not be null"));
        everySetterRefusesNull(WxPayConfig.builder());
        Map<String, Consumer<WxPayConfig.Builder>> blank = Map.of(
                "mchid", b -> b.mchid(" "),
                "appid", b -> b.appid(""),
                "subMchid", b -> b.subMchid("\t"),
                "v2Key", b -> b.v2Key(""),
                "workwxSecret", b -> b.workwxSecret(" "));
        blank.forEach(
                (name, give) -> assertRefused(() -> give.accept(WxPayConfig.builder()), name + " must not be blank"));
    }

    /** Each parameter that is an object, of each setter of the configuration. */
    private static void everySetterRefusesNull(WxPayConfig.Builder builder) {
        Arrays.stream(WxPayConfig.Builder.class.getDeclaredMethods())
                .filter(setter -> Modifier.isPublic(setter.getModifiers()))
                .filter(setter -> setter.getParameterCount() == 1 && !setter.getParameterTypes()[0].isPrimitive())
                .forEach(setter -> assertThatThrownBy(() -> setter.invoke(builder, new Object[] {null}))
                        .as("%s", setter)
                        .cause()
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining(" must not be null"));
    }

    /** Null, out of range and malformed values are of one kind, in the configuration and in the options of a call. */
    @Test
    void everyWrongSettingIsAConfigurationException() {
        URI plain = URI.create("http://api.mch.weixin.qq.com");
        List<Consumer<WxPayConfig.Builder>> settings = List.of(
                b -> b.timeout(Duration.ZERO),
                b -> b.connectTimeout(Duration.ofDays(366)),
                b -> b.maxResponseBytes(0),
                b -> b.maxFileBytes(-1),
                b -> b.maxConnections(0),
                b -> b.maxAttempts(0),
                b -> b.host(plain),
                b -> b.allowHost(plain),
                b -> b.backupHost(plain),
                b -> b.replaceHost(plain, plain),
                b -> b.trust((X509Certificate) null),
                b -> b.proxy("proxy.example.com", 0),
                b -> b.proxy("proxy.example.com", 65_536, "me", "secret"));
        settings.forEach(give -> assertThatThrownBy(() -> give.accept(WxPayConfig.builder()))
                .isInstanceOf(ConfigurationException.class));
        List<Consumer<CallOptions.Builder>> options = List.of(
                o -> o.timeout(null),
                o -> o.timeout(Duration.ofNanos(-1)),
                o -> o.host(null),
                o -> o.host(plain),
                o -> o.header(null, "a"),
                o -> o.header("A", null),
                o -> o.header("A b", "a"),
                o -> o.header("Cookie", "a"),
                o -> o.maxAttempts(0),
                o -> o.maxFileBytes(0),
                o -> o.pollFirstAfter(Duration.ZERO));
        options.forEach(give -> assertThatThrownBy(() -> give.accept(CallOptions.NONE.toBuilder()))
                .isInstanceOf(ConfigurationException.class));
    }

    @Test
    void readsAllFormsOfPrivateKeys() throws Exception {
        String pkcs8 = new String(TestKeys.pem(KEYS.getPrivate()), StandardCharsets.US_ASCII);
        byte[] pkcs1 = PrivateKeyInfo.getInstance(KEYS.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        Base64.Encoder base64 = Base64.getEncoder();
        for (String text : new String[] {
            pkcs8,
            pkcs8.replace("\n", "\\n"),
            pkcs8.replace("\n", "\\r\\n"),
            "  " + pkcs8 + "\n\n",
            base64.encodeToString(KEYS.getPrivate().getEncoded()),
            Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded()),
            base64.encodeToString(pkcs1)
        }) {
            assertThat(WxPayConfig.builder()
                            .merchantPrivateKeyPem(text)
                            .build()
                            .settings()
                            .merchant()
                            .privateKey())
                    .isEqualTo(KEYS.getPrivate());
        }
        String certificate = new String(certificatePem(Duration.ofDays(100)), StandardCharsets.US_ASCII);
        WxPayConfig config = WxPayConfig.builder()
                .merchantPrivateKeyPem(pkcs8)
                .merchantCertificatePem(certificate.replace("\n", "\\n"))
                .clientCertificatePem(certificate, pkcs8)
                .build();
        assertThat(config.settings().presentsCertificate()).isTrue();
    }

    @Test
    void explainsWrongPrivateKeys() {
        assertKeyRefused("", "it is empty");
        assertKeyRefused(
                new String(TestKeys.pem("ENCRYPTED PRIVATE KEY", new byte[] {1}), StandardCharsets.US_ASCII),
                "encrypted: decrypt it first");
        assertKeyRefused(
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----",
                "encrypted: decrypt it first");
        assertKeyRefused(
                new String(TestKeys.pem(KEYS.getPublic()), StandardCharsets.US_ASCII),
                "it is a public key: use the merchant's private key");
        assertKeyRefused(
                new String(certificatePem(Duration.ofDays(1)), StandardCharsets.US_ASCII), "it is a certificate");
        assertKeyRefused(SECRET, "it has no PRIVATE KEY section");
        assertKeyRefused("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "it is damaged or cut off");
        assertRefused(
                () -> WxPayConfig.builder()
                        .merchantPrivateKeyPem(KEYS.getPrivate().getEncoded()),
                "merchantPrivateKeyPem: it is DER: convert it to PEM first");
    }

    private static void assertKeyRefused(String text, String why) {
        assertThatThrownBy(() -> WxPayConfig.builder().merchantPrivateKeyPem(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("merchantPrivateKeyPem: ")
                .hasMessageContaining(why)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void explainsWrongP12Files() throws Exception {
        byte[] p12 = p12(Duration.ofDays(100));
        String base64 = Base64.getMimeEncoder().encodeToString(p12);
        // What happens to a binary file that is read and written as text.
        byte[] filtered = new String(p12, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        assertP12Refused(new byte[0], "the file is empty");
        assertP12Refused(certificatePem(Duration.ofDays(1)), "not a P12 file but PEM: use clientCertificatePem");
        assertP12Refused(base64.getBytes(StandardCharsets.US_ASCII), "Base64 for instance: decode it first");
        assertP12Refused(filtered, "not a P12 file. Was it changed by resource filtering?");
        assertP12Refused(Arrays.copyOf(p12, p12.length - 1), "not a P12 file");
        assertRefused(
                () -> WxPayConfig.builder().clientCertificate(p12, "wrong"),
                "clientCertificate: the P12 file cannot be opened. Its password is the merchant id");
        assertThat(WxPayConfig.builder()
                        .clientCertificate(p12, "password")
                        .build()
                        .settings()
                        .presentsCertificate())
                .isTrue();
    }

    private static void assertP12Refused(byte[] file, String why) {
        assertThatThrownBy(() -> WxPayConfig.builder().clientCertificate(file, "password"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("clientCertificate: ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAA", "MIID====AAAA", "!!!!", ""})
    void damagedCertificateNamesItsSetting(String base64) {
        String pem = "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        assertRefused(() -> WxPayConfig.builder().merchantCertificatePem(pem), "merchantCertificatePem: ");
        assertRefused(() -> WxPayConfig.builder().platformCertificatesPem(pem), "platformCertificatesPem: ");
        assertRefused(() -> WxPayConfig.builder().trustPem(pem), "trustPem: ");
    }

    @ParameterizedTest
    @CsvSource({"5e:1a:2b:00, 5E1A2B00", "5E1A2B00, 5E1A2B00", "5e 1a 2b 00, 5E1A2B00", "0a1b, 0A1B"})
    void acceptsSerialsAsToolsPrintThem(String given, String sent) {
        V3Gateway gateway = new V3Gateway();
        gateway.answer(200, "{\"a\":1}");
        gateway.client(config -> config.merchantSerial(given))
                .context()
                .call(
                        Operation.<Sent, Map<String, String>>v3(HttpMethod.GET, "/v3/a", Read::readFrom)
                                .build(),
                        new Sent(out -> {}));
        assertThat(gateway.only().headers().get("Authorization")).contains("serial_no=\"" + sent + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "0x1A", "5e-1a", "1a.2b"})
    void rejectsInvalidSerial(String given) {
        assertRefused(
                () -> WxPayConfig.builder().merchantSerial(given), "merchantSerial must be the hexadecimal serial");
    }

    @Test
    void warnsOfExpiringCertificates() throws Exception {
        WxPayConfig config = builder()
                .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate()))
                .merchantCertificatePem(certificatePem(Duration.ofDays(29)))
                .platformCertificatesPem(certificatePem(Duration.ofHours(-1)))
                .clientCertificate(p12(Duration.ofDays(2)), "password")
                .build();
        WxPayClient.create(config).close();
        assertThat(RecordingLogs.linesOf("merchantCertificatePem: the certificate " + serial))
                .singleElement()
                .asString()
                .contains("expires at 2026-01-30T00:00:00Z, in 29 days");
        assertThat(RecordingLogs.linesOf("platformCertificatesPem: the certificate " + serial))
                .singleElement()
                .asString()
                .contains("expired at 2025-12-31T23:00:00Z");
        assertThat(RecordingLogs.linesOf("clientCertificate: the certificate " + serial))
                .singleElement()
                .asString()
                .contains("in 2 days");
    }

    @Test
    void warnsOfCertificateOfAnotherMerchant() throws Exception {
        X509Certificate other =
                TestKeys.certificate("C=CN,OU=Shop,CN=1900000002", KEYS, serial, NOW, Duration.ofDays(99));
        byte[] pem = TestKeys.pem("CERTIFICATE", other.getEncoded());
        byte[] key = TestKeys.pem(KEYS.getPrivate());
        String warning = "Pem: the certificate " + serial;

        WxPayClient.create(builder()
                        .mchid("1900000002")
                        .merchantPrivateKeyPem(key)
                        .merchantCertificatePem(pem)
                        .build())
                .close();
        assertThat(RecordingLogs.linesOf("merchantCertificate" + warning)).isEmpty();

        WxPayClient.create(builder()
                        .merchantPrivateKeyPem(key)
                        .merchantCertificatePem(pem)
                        .clientCertificatePem(pem, key)
                        .build())
                .close();
        assertThat(RecordingLogs.linesOf("merchantCertificate" + warning))
                .singleElement()
                .asString()
                .contains("is of the merchant 1900000002, but mchid is 1900000001");
        assertThat(RecordingLogs.linesOf("clientCertificate: the certificate " + serial))
                .hasSize(1);
    }

    /** A property, a variable and a setting that a framework names stand in warnings by their own names. */
    @Test
    void warningNamesSettingAsItsSourceDoes() throws Exception {
        X509Certificate other =
                TestKeys.certificate("C=CN,OU=Shop,CN=1900000002", KEYS, serial, NOW, Duration.ofDays(9));
        Map<String, String> settings = Map.of(
                "mchid", "1900000001",
                "client-certificate-pem",
                        new String(TestKeys.pem("CERTIFICATE", other.getEncoded()), StandardCharsets.US_ASCII),
                "client-certificate-key-pem", new String(TestKeys.pem(KEYS.getPrivate()), StandardCharsets.US_ASCII),
                "wechat-pay-public-key-id", serial,
                "wechat-pay-public-key-pem",
                        new String(
                                TestKeys.pem("PUBLIC KEY", KEYS.getPublic().getEncoded()), StandardCharsets.US_ASCII));
        WxPayConfig.Builder config =
                WxPayConfig.fromProperties("shop", name -> settings.get(name.substring("shop.".length())));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

        WxPayClient.create(config.clock(clock).build()).close();
        WxPayClient.create(config.settingName("mchid", "their.mchid").build()).close();

        String certificate = ": the certificate " + serial;
        assertThat(RecordingLogs.linesOf("shop.client-certificate-pem" + certificate + " is of the merchant"))
                .hasSize(2)
                .anyMatch(line -> line.contains("1900000002, but shop.mchid is 1900000001"))
                .anyMatch(line -> line.contains("1900000002, but their.mchid is 1900000001"));
        assertThat(RecordingLogs.linesOf("shop.client-certificate-pem" + certificate + " expires at"))
                .hasSize(2);
        assertThat(RecordingLogs.linesOf("shop.wechat-pay-public-key-id: the id " + serial))
                .hasSize(2);
    }

    @Test
    void warnsOfPublicKeyIdWithoutItsPrefix() {
        byte[] key = TestKeys.pem("PUBLIC KEY", KEYS.getPublic().getEncoded());
        WxPayClient.create(builder()
                        .wechatPayPublicKeyPem(serial, key)
                        .wechatPayPublicKeyPem("PUB_KEY_ID_" + serial, key)
                        .brandWechatPayPublicKeyPem(serial, key)
                        .build())
                .close();

        assertThat(RecordingLogs.linesOf("wechatPayPublicKeyPem: the id " + serial))
                .singleElement()
                .asString()
                .contains("does not begin with PUB_KEY_ID_");
        assertThat(RecordingLogs.linesOf("brandWechatPayPublicKeyPem: the id " + serial))
                .hasSize(1);
        assertThat(RecordingLogs.linesOf("wechatPayPublicKeyPem: the id PUB")).isEmpty();
    }

    @Test
    void certificatesAreListedByTheirSetting() throws Exception {
        WxPayConfig config = builder()
                .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate()))
                .merchantCertificatePem(certificatePem(Duration.ofDays(29)))
                .platformCertificatesPem(certificatePem(Duration.ofDays(3)))
                .clientCertificate(p12(Duration.ofDays(2)), "password")
                .build();

        assertThat(config.keys().certificates())
                .containsOnlyKeys("merchantCertificatePem", "platformCertificatesPem", "clientCertificate");
        assertThat(config.keys().certificates().get("clientCertificate"))
                .singleElement()
                .satisfies(each -> assertThat(each.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(2))));
        assertThat(WxPayConfig.builder().build().keys().certificates()).isEmpty();
    }

    @Test
    void keysOfAProtocolAreThereWhenCallsCanUseThem() {
        WxPayConfig none = builder().build();
        WxPayConfig unverified = builder()
                .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate()))
                .merchantSerial("0A1B")
                .build();
        WxPayConfig v3 = V3Gateway.config().build();
        WxPayConfig v2 = builder().v2Key("0123456789abcdef0123456789abcdef").build();
        WxPayConfig.Builder withBrand = V3Gateway.config();
        V3Gateway.brand(withBrand);

        assertThat(none.keys().canCall(Protocol.V2)).isFalse();
        assertThat(none.keys().canCall(Protocol.V3)).isFalse();
        assertThat(unverified.keys().canCall(Protocol.V3)).isFalse();
        assertThat(v3.keys().canCall(Protocol.V3)).isTrue();
        assertThat(v3.keys().canCallAsBrand()).isFalse();
        assertThat(v2.keys().canCall(Protocol.V2)).isTrue();
        assertThat(withBrand.build().keys().canCallAsBrand()).isTrue();
    }

    @Test
    void notificationsNeedTheKeysThatDecryptThem() {
        String key = "0123456789abcdef0123456789abcdef";
        WxPayConfig.Builder brand = V3Gateway.config();
        V3Gateway.brand(brand);

        assertThat(builder().v2Key(key).build().keys().canReadNotifications(Protocol.V2))
                .isTrue();
        assertThat(builder().v3Key(key).build().keys().canReadNotifications(Protocol.V3))
                .as("no key of the gateway")
                .isFalse();
        assertThat(V3Gateway.config().v3Key(key).build().keys().canReadNotifications(Protocol.V3))
                .isTrue();
        assertThat(V3Gateway.config().build().keys().canReadNotifications(Protocol.V3))
                .as("no APIv3 key")
                .isFalse();
        assertThat(builder().build().keys().canReadNotifications(Protocol.V2)).isFalse();
        assertThat(brand.brandV3Key(key).build().keys().canReadBrandNotifications())
                .isTrue();
        assertThat(V3Gateway.config().brandV3Key(key).build().keys().canReadBrandNotifications())
                .isFalse();
    }

    @Test
    void similarSettingsAreSuggested() {
        assertThat(WxPayConfig.similarSetting("v2-keey")).hasValue("v2-key");
        assertThat(WxPayConfig.similarSetting("merchant-private-key-pem-flie"))
                .hasValue("merchant-private-key-pem-file");
        assertThat(WxPayConfig.similarSetting("v2-key")).as("a setting").isEmpty();
        assertThat(WxPayConfig.similarSetting("something-else")).isEmpty();
    }

    @Test
    void platformCertificatesAreValidUntilTheyExpire() {
        WxPayConfig config = builder()
                .platformCertificatesPem(certificatePem(Duration.ofDays(3)))
                .build();

        assertThat(config.keys().canVerifyAt(NOW.plus(Duration.ofDays(2)))).isTrue();
        assertThat(config.keys().canVerifyAt(NOW.plus(Duration.ofDays(4)))).isFalse();
        assertThat(V3Gateway.config().build().keys().canVerifyAt(NOW)).isTrue();
        assertThat(builder().build().keys().canVerifyAt(NOW)).isFalse();
    }

    @Test
    void configurationShowsItsIds() {
        WxPayConfig config = builder()
                .subMchid("1900000109")
                .brandId("4001")
                .downloadPlatformCertificates()
                .v3Key("0123456789abcdef0123456789abcdef")
                .merchantSerial("0A1B")
                .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate()))
                .build();

        assertThat(config.subMchid()).isEqualTo("1900000109");
        assertThat(config.brandId()).isEqualTo("4001");
        assertThat(config.keys().downloadsPlatformCertificates()).isTrue();
        assertThat(builder().build().subMchid()).isNull();
        assertThat(builder().build().keys().downloadsPlatformCertificates()).isFalse();
    }

    private static WxPayConfig.Builder builder() {
        return WxPayConfig.builder().mchid("1900000001").clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private byte[] certificatePem(Duration left) {
        try {
            return TestKeys.pem("CERTIFICATE", certificate(left).getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate certificate(Duration left) {
        return TestKeys.certificate(KEYS, serial, NOW, left);
    }

    private byte[] p12(Duration left) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "merchant", KEYS.getPrivate(), "password".toCharArray(), new Certificate[] {certificate(left)});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, "password".toCharArray());
        return out.toByteArray();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessageStartingWith(message);
    }
}
