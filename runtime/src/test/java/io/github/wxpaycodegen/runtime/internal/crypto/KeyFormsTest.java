package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and files byte by byte: every length that DER writes in another way, and what only looks like a key. */
class KeyFormsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final KeyPair RSA = TestKeys.rsa();
    private static final KeyPair SM2 = SmKeys.sm2();

    /** With 512 bits a public key has less than 128 bytes, with 936 exactly as many, with 1024 less than 256. */
    @ParameterizedTest
    @ValueSource(ints = {512, 936, 1024, 2048})
    void readsPkcs1KeysOfEveryLength(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair keys = generator.generateKeyPair();
        byte[] publicKey = SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded())
                .parsePublicKey()
                .toASN1Primitive()
                .getEncoded();
        byte[] privateKey = PrivateKeyInfo.getInstance(keys.getPrivate().getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();

        assertThat(Pem.publicKey("encryptionKeyPem", TestKeys.pem("RSA PUBLIC KEY", publicKey)))
                .isEqualTo(keys.getPublic());
        assertThat(Pem.privateKey("merchantPrivateKeyPem", TestKeys.pem("RSA PRIVATE KEY", privateKey)))
                .isEqualTo(keys.getPrivate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3000", "300101", "3080", "308000", "308100", "30820000", "30820001ff", "308400000001ff"})
    void wholeSequenceMayBeAP12File(String hex) {
        assertThatCode(() -> P12File.requireWhole(HexFormat.of().parseHex(hex))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "0101",
                "3001",
                "30010101",
                "3081",
                "308101",
                "30820001",
                "3084",
                "308400",
                "30850000000001ff"
            })
    void cutOrDamagedFileIsRefused(String hex) {
        assertThatThrownBy(() -> P12File.requireWhole(HexFormat.of().parseHex(hex)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not a P12 file. Was it changed by resource filtering?");
    }

    @Test
    void textThatBeginsLikeDerIsNotDer() {
        assertThat(PemText.whyNot(ascii("0-"))).contains("it has no PRIVATE KEY section");
        assertThat(PemText.whyNot(ascii("1-"))).contains("it has no PRIVATE KEY section");
        assertThat(PemText.whyNot(new byte[] {0x30, 0x7f})).contains("it is DER");
        assertThat(PemText.whyNot(new byte[] {0x31, 0x7f})).contains("it has no PRIVATE KEY section");
        assertThat(PemText.whyNot(RSA.getPrivate().getEncoded())).contains("it is DER");
    }

    /** Two bytes of a key in DER may be those of a written line end. */
    @Test
    void bytesThatAreNotTextAreNotUnescaped() {
        assertThat(PemText.unescaped(ascii("a\\nb"))).isEqualTo(ascii("a\nb"));
        assertThat(PemText.unescaped(new byte[] {0x30, 0x7f, '\\', 'n'})).containsExactly(0x30, 0x7f, '\\', 'n');
        assertThat(PemText.unescaped(new byte[] {0x30, -1, '\\', 'n'})).containsExactly(0x30, -1, '\\', 'n');
    }

    @Test
    void certificateBelongsToItsOwnKey() throws Exception {
        X509Certificate rsa = TestKeys.certificate(RSA, "0A", NOW, Duration.ofDays(1));
        X509Certificate sm2 = SmKeys.certificate(SM2, "0B", NOW);

        assertThat(KeyPairs.belong(RSA.getPrivate(), rsa)).isTrue();
        assertThat(KeyPairs.belong(SM2.getPrivate(), sm2)).isTrue();
        assertThat(KeyPairs.belong(TestKeys.rsa().getPrivate(), rsa)).isFalse();
        assertThat(KeyPairs.belong(SmKeys.sm2().getPrivate(), sm2)).isFalse();
        assertThat(KeyPairs.belong(RSA.getPrivate(), sm2)).isFalse();
        assertThat(KeyPairs.belong(SM2.getPrivate(), rsa)).isFalse();
        assertThat(KeyPairs.belong(p256().getPrivate(), rsa))
                .as("a key of no suite")
                .isFalse();
    }

    @Test
    void usesSerialOfCertificate() throws Exception {
        X509Certificate certificate = TestKeys.certificate(RSA, "5E1A2B", NOW, Duration.ofDays(1));
        V3Gateway gateway = new V3Gateway();
        gateway.answer(200, "{}");
        try (WxPayClient client = WxPayClient.create(WxPayConfig.builder()
                .mchid("1900000001")
                .merchantPrivateKeyPem(TestKeys.pem(RSA.getPrivate()))
                .merchantCertificatePem(TestKeys.pem("CERTIFICATE", certificate.getEncoded()))
                .wechatPayPublicKeyPem("PUB_KEY_ID_1", TestKeys.pem(RSA.getPublic()))
                .transport(() -> gateway)
                .build())) {
            Operation<Sent, Map<String, String>> unsigned = Operation.<Sent, Map<String, String>>v3(
                            HttpMethod.GET, "/v3/a", Read::readFrom)
                    .traits(Trait.UNSIGNED_RESPONSE)
                    .build();
            client.context().call(unsigned, new Sent(out -> {}));
        }

        assertThat(gateway.only().headers().get("Authorization")).contains("serial_no=\"5E1A2B\"");
    }

    private static KeyPair p256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
