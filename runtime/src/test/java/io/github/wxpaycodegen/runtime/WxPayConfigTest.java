package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WxPayConfigTest {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final X509Certificate CERTIFICATE =
            TestKeys.certificate(KEYS, "0A1B2C", Instant.now(), Duration.ofDays(30));
    private static final String V2_KEY = "secret-v2-key-0123456789abcdefgh";
    private static final String V3_KEY = "secret-v3-key-0123456789abcdefgh";

    @Test
    void p12PasswordIsMerchantIdByDefault(@TempDir Path folder) throws Exception {
        Path usual = Files.write(folder.resolve("usual.p12"), p12("1900000001"));
        assertThat(builder().clientCertificate(usual).build().settings().presentsCertificate())
                .isTrue();
        assertThat(builder()
                        .clientCertificate(p12("other"), "other")
                        .build()
                        .settings()
                        .presentsCertificate())
                .isTrue();
        assertThat(builder()
                        .clientCertificate(p12("1900000001"))
                        .build()
                        .settings()
                        .presentsCertificate())
                .isTrue();
        assertThat(builder().build().settings().presentsCertificate()).isFalse();

        assertThatThrownBy(() -> builder()
                        .clientCertificate(p12("other"), "wrong-password")
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Its password is the merchant id unless it was changed")
                .satisfies(e -> assertThat(everythingIn(e)).doesNotContain("wrong-password"));
        assertThatThrownBy(() -> WxPayConfig.builder().clientCertificate(usual).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the password is the mchid unless one is given");
    }

    @Test
    void keysInPemArePkcs8OrPkcs1(@TempDir Path folder) throws Exception {
        byte[] pkcs1 = TestKeys.pem(
                "RSA PRIVATE KEY",
                PrivateKeyInfo.getInstance(KEYS.getPrivate().getEncoded())
                        .parsePrivateKey()
                        .toASN1Primitive()
                        .getEncoded());
        for (byte[] key : new byte[][] {pkcs1, TestKeys.pem(KEYS.getPrivate())}) {
            WxPayConfig config = builder()
                    .clientCertificatePem(certificatePem(), key)
                    .merchantPrivateKeyPem(Files.write(folder.resolve("apiclient_key.pem"), key))
                    .merchantCertificatePem(certificatePem())
                    .build();
            assertThat(config.settings().presentsCertificate()).isTrue();
            assertThat(config.settings().merchant().privateKey()).isEqualTo(KEYS.getPrivate());
        }
    }

    @Test
    void clientCertificateWithKeyOfAnotherPairIsRefused() {
        byte[] another = TestKeys.pem(TestKeys.rsa().getPrivate());
        assertThatThrownBy(() -> builder()
                        .clientCertificatePem(certificatePem(), another)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("clientCertificatePem: the private key does not belong to the certificate");
    }

    @Test
    void namesPathThatIsNoFile(@TempDir Path directory) {
        assertThatThrownBy(() -> builder().merchantPrivateKeyPem(directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("merchantPrivateKeyPem: cannot read " + directory);
    }

    @Test
    void reportsTextWithoutKey() {
        assertThatThrownBy(() -> builder().merchantPrivateKeyPem("secret text".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(
                        "merchantPrivateKeyPem: it has no PRIVATE KEY section (PKCS#8 or PKCS#1, unencrypted)");
        byte[] broken = TestKeys.pem("PRIVATE KEY", "secret text".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> builder().merchantPrivateKeyPem(broken))
                .hasMessageStartingWith("merchantPrivateKeyPem: the private key cannot be read")
                .satisfies(e -> assertThat(everythingIn(e)).doesNotContain("secret"));
        assertThatThrownBy(() -> builder().trustPem(new byte[0])).hasMessageContaining("trustPem: ");
    }

    @Test
    void namesUnreadableFile(@TempDir Path folder) {
        Path missing = folder.resolve("missing.pem");
        assertThatThrownBy(() -> builder().merchantPrivateKeyPem(missing))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("merchantPrivateKeyPem: cannot read " + missing + ": there is no such file");
    }

    @Test
    void keysHave32Bytes() {
        assertThatThrownBy(() -> builder().v2Key("short-secret"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("v2Key must be 32 bytes (was 12)");
        assertThatThrownBy(() -> builder().v3Key("0123456789abcdef0123456789abcde"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("v3Key must be 32 bytes (was 31)")
                .hasMessageNotContaining("0123456789");
    }

    @Test
    void rejectsContradictorySettings() {
        byte[] another = TestKeys.pem(TestKeys.rsa().getPrivate());
        assertThatThrownBy(() -> builder()
                        .merchantPrivateKeyPem(another)
                        .merchantCertificatePem(certificatePem())
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("merchantCertificatePem: the certificate does not belong to merchantPrivateKeyPem");
        assertThatThrownBy(() -> builder()
                        .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate()))
                        .merchantCertificatePem(certificatePem())
                        .merchantSerial("0FFF")
                        .build())
                .hasMessage("merchantSerial: it is 0FFF, and that of merchantCertificatePem is 0A1B2C");
        assertThatCode(() -> builder()
                        .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate()))
                        .merchantCertificatePem(certificatePem())
                        .merchantSerial("a1b2c")
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void readsAndChecksBrandKeys(@TempDir Path folder) throws Exception {
        Path key = Files.write(folder.resolve("brand_key.pem"), TestKeys.pem(KEYS.getPrivate()));
        WxPayConfig config = builder()
                .brandId("120344")
                .brandPrivateKeyPem(key)
                .brandCertificatePem(Files.write(folder.resolve("brand_cert.pem"), certificatePem()))
                .brandWechatPayPublicKeyPem(
                        "PUB_KEY_ID_1", Files.write(folder.resolve("pub_key.pem"), TestKeys.pem(KEYS.getPublic())))
                .build();
        assertThat(config.settings().account(V3Account.BRAND).privateKey()).isEqualTo(KEYS.getPrivate());
        assertThat(config.settings().account(V3Account.BRAND).signer()).isNotNull();
        assertThat(config.settings().account(V3Account.BRAND).trustsAnybody()).isTrue();
        assertThat(config.settings().account(V3Account.MERCHANT).privateKey()).isNull();
        assertThat(config.settings().account(V3Account.MERCHANT).trustsAnybody())
                .isFalse();
    }

    @Test
    void messagesAboutBrandKeysNameBrandSettings() {
        byte[] noKey = "secret text".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> builder().brandPrivateKeyPem(noKey))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("brandPrivateKeyPem: ");
        assertThatThrownBy(() -> builder().brandCertificatePem(noKey)).hasMessageStartingWith("brandCertificatePem: ");
        assertThatThrownBy(() -> builder().brandWechatPayPublicKeyPem("PUB_KEY_ID_1", noKey))
                .hasMessageStartingWith("brandWechatPayPublicKeyPem: ");
        assertThatThrownBy(() -> builder().brandWechatPayPublicKeyPem(" ", TestKeys.pem(KEYS.getPublic())))
                .hasMessageStartingWith("brandWechatPayPublicKeyPem must not be blank");
        assertThatThrownBy(() -> builder().brandWechatPayPublicKeyPem("an id", TestKeys.pem(KEYS.getPublic())))
                .hasMessageStartingWith("brandWechatPayPublicKeyPem: the id");
        assertThatThrownBy(() -> builder().brandSerial("not hex"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("brandSerial must be");
        assertThatThrownBy(() -> builder().brandV3Key("short-secret"))
                .hasMessageStartingWith("brandV3Key must be 32 bytes");
        assertThatThrownBy(() -> builder()
                        .brandPrivateKeyPem(TestKeys.pem(TestKeys.rsa().getPrivate()))
                        .brandCertificatePem(certificatePem())
                        .build())
                .hasMessage("brandCertificatePem: the certificate does not belong to brandPrivateKeyPem");
    }

    @Test
    void downloadRequiresItsKeys() {
        assertThatThrownBy(() -> builder().downloadPlatformCertificates().build())
                .hasMessage("downloadPlatformCertificates: the certificates are encrypted; configure v3Key too");
        assertThatThrownBy(() ->
                        builder().v3Key(V3_KEY).downloadPlatformCertificates().build())
                .hasMessageContaining("the download is signed; configure merchantPrivateKeyPem");
    }

    @Test
    void rejectsInvalidValues() {
        assertThatThrownBy(() -> builder().host(URI.create("http://api.mch.weixin.qq.com")))
                .hasMessageContaining("host must be an https URL with a host");
        assertThatThrownBy(() -> builder().timeout(Duration.ZERO)).hasMessage("timeout must be positive (was PT0S)");
        assertThatThrownBy(() -> builder().timeout(Duration.ofSeconds(Long.MAX_VALUE)))
                .hasMessageStartingWith("timeout must be at most 365 days");
        assertThatCode(() -> builder().fileTimeout(Duration.ofDays(365))).doesNotThrowAnyException();
        assertThatThrownBy(() -> builder().fileTimeout(Duration.ofDays(366)))
                .hasMessage("fileTimeout must be at most 365 days (was PT8784H)");
        assertThatThrownBy(() -> builder().maxResponseBytes(0)).hasMessage("maxResponseBytes must be positive (was 0)");
        assertThatThrownBy(() -> builder().maxFileBytes(0)).hasMessage("maxFileBytes must be positive (was 0)");
        assertThatThrownBy(() -> builder().maxAttempts(0)).hasMessage("maxAttempts must be at least 1 (was 0)");
        assertThatThrownBy(() -> builder().maxConnections(0)).hasMessage("maxConnections must be at least 1 (was 0)");
        assertThatThrownBy(() -> builder().connectionWait(Duration.ZERO))
                .hasMessage("connectionWait must be positive (was PT0S)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@proxy.example",
                "https://user:secret@no_host",
                "user:secret@host:80",
                "https://host.example?key=secret",
                "https://host.example/#secret"
            })
    void showsNoPasswordOfUrl(String url) {
        assertThatThrownBy(() -> builder().host(URI.create(url)))
                .hasMessageStartingWith("host must be an https URL with a host, such as")
                .hasMessageNotContaining("secret");
    }

    @Test
    void showsNoSecrets() {
        WxPayConfig config = builder()
                .v2Key(V2_KEY)
                .v3Key(V3_KEY)
                .merchantPrivateKeyPem(TestKeys.pem(KEYS.getPrivate()))
                .merchantSerial("1")
                .build();
        assertThat(config).hasToString("WxPayConfig{mchid=1900000001, appid=null, host=https://api.mch.weixin.qq.com}");
    }

    @Test
    void builtConfigIgnoresLaterChanges() {
        WxPayConfig.Builder builder = builder();
        WxPayConfig first = builder.build();
        WxPayConfig second = builder.mchid("1900000002")
                .allowHost(URI.create("https://example.com"))
                .maxAttempts(1)
                .build();
        assertThat(first.mchid()).isEqualTo("1900000001");
        assertThat(first.settings().hosts().allowed()).isEmpty();
        assertThat(first.settings().limits().maxAttempts()).isEqualTo(3);
        assertThat(second.mchid()).isEqualTo("1900000002");
    }

    private static WxPayConfig.Builder builder() {
        return WxPayConfig.builder().mchid("1900000001");
    }

    private static byte[] certificatePem() {
        try {
            return TestKeys.pem("CERTIFICATE", CERTIFICATE.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] p12(String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("merchant", KEYS.getPrivate(), password.toCharArray(), new Certificate[] {CERTIFICATE});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static String everythingIn(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
