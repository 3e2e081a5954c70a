package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.runtime.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureSpi;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The published answers, and that what is changed is refused. */
class SmSuiteTest {
    private static final SmSuite SM = SmSuite.INSTANCE;
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    @Test
    void derivesSm4KeyFromApiV3Key() throws GeneralSecurityException {
        JsonNode vector = vector("sm4-key-derivation");
        byte[] digest =
                MessageDigest.getInstance("SM3", new BouncyCastleProvider()).digest(text(vector, "apiv3_key"));

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo(vector.get("sm3_hex").asString());
        assertThat(HexFormat.of().formatHex(Arrays.copyOf(digest, 16)))
                .isEqualTo(vector.get("sm4_key_hex").asString());
    }

    @Test
    void decryptsSm4Vectors() throws Exception {
        JsonNode vector = vector("sm4-gcm");
        String nonce = vector.get("nonce").asString();
        String associated = vector.get("associated_data").asString();
        byte[] plain = text(vector, "plaintext");

        assertThat(SM.decrypt(
                        text(vector, "apiv3_key"),
                        nonce,
                        associated,
                        vector.get("ciphertext_base64").asString()))
                .isEqualTo(plain);
        assertThat(SM.encrypt(text(vector, "apiv3_key"), nonce, associated, plain))
                .isEqualTo(base64(vector, "ciphertext_base64"));
        JsonNode bad = vector("sm4-gcm-bad-tag");
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> SM.decrypt(
                        text(bad, "apiv3_key"),
                        nonce,
                        associated,
                        bad.get("ciphertext_base64").asString()));
        assertThatExceptionOfType(VerificationException.class)
                .isThrownBy(() -> SM.decrypt(text(bad, "apiv3_key"), nonce, associated, "AAAA"));
    }

    @Test
    void verifiesSm2Vectors() throws Exception {
        JsonNode vector = vector("sm2-verify");
        X509Certificate certificate = SM.certificate(pem("sm-merchant-certificate.pem"));
        byte[] signature = base64(vector, "signature_base64");

        assertThat(Serial.of(certificate))
                .isEqualTo(vector.get("certificate_serial").asString());
        assertThat(SM.verify(certificate.getPublicKey(), text(vector, "message"), signature))
                .isTrue();
        assertThat(SM.verify(
                        certificate.getPublicKey(), text(vector("sm2-verify-wrong-message"), "message"), signature))
                .isFalse();
        assertThat(SM.verify(certificate.getPublicKey(), MESSAGE, new byte[] {1, 2}))
                .isFalse();
    }

    /** Without the id another text is signed: what the gateway signs is verified with it, and by nothing else. */
    @Test
    void signatureDependsOnUserId() throws Exception {
        Signature other = Signature.getInstance("SM3withSM2", new BouncyCastleProvider());
        other.setParameter(new SM2ParameterSpec(new byte[0]));
        other.initVerify(SM.certificate(pem("sm-merchant-certificate.pem")).getPublicKey());
        other.update(MESSAGE);

        assertThat(other.verify(base64(vector("sm2-verify"), "signature_base64")))
                .isFalse();
        assertThat(vector("sm2-verify-without-user-id").get("expected").asBoolean())
                .isFalse();
    }

    @Test
    void verifiesItsOwnSignatures() throws Exception {
        byte[] signature = SM.sign(privateKey(), MESSAGE, null);

        assertThat(SM.verify(SM.certificate(pem("sm-merchant-certificate.pem")).getPublicKey(), MESSAGE, signature))
                .isTrue();
    }

    @Test
    void rejectsKeyOfAnotherKind() {
        assertThat(SM.verify(TestKeys.rsa().getPublic(), MESSAGE, base64(vector("sm2-verify"), "signature_base64")))
                .isFalse();
    }

    @Test
    void passesUserIdToAnotherProvider() throws Exception {
        List<String> userIds = new ArrayList<>();

        SM.sign(privateKey(), MESSAGE, new HardwareSigner(userIds));

        assertThat(userIds).containsExactly("1234567812345678");
    }

    @Test
    void decryptsSm2Fields() throws Exception {
        JsonNode vector = vector("sm2-decrypt");

        assertThat(SM.decryptField(privateKey(), base64(vector, "ciphertext_base64")))
                .isEqualTo(text(vector, "plaintext"));
        byte[] own = SM.encryptField(
                SM.certificate(pem("sm-merchant-certificate.pem")).getPublicKey(), MESSAGE);
        assertThat(SM.decryptField(privateKey(), own)).isEqualTo(MESSAGE);
        own[own.length - 1] ^= 1;
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> SM.decryptField(privateKey(), own));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> SM.decryptField(privateKey(), new byte[] {0x30, 0x00}));
    }

    @Test
    void everyVectorIsUsed() {
        assertThat(Vectors.read("sm.json").get("vectors").valueStream())
                .extracting(vector -> vector.get("id").asString())
                .containsExactly(
                        "sm4-key-derivation",
                        "sm4-gcm",
                        "sm4-gcm-bad-tag",
                        "sm2-verify",
                        "sm2-verify-without-user-id",
                        "sm2-verify-wrong-message",
                        "sm2-decrypt");
    }

    @Test
    void findsSuiteOfKey() throws Exception {
        assertThat(CipherSuite.of(privateKey())).isSameAs(SM);
        assertThat(CipherSuite.of(TestKeys.rsa().getPublic())).isSameAs(CipherSuite.RSA);
        KeyPairGenerator p256 = KeyPairGenerator.getInstance("EC");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CipherSuite.of(p256.generateKeyPair().getPublic()))
                .withMessage("it is neither an RSA nor an SM2 key, but EC");
    }

    private static PrivateKey privateKey() throws GeneralSecurityException {
        String pem = Vectors.text("sm-merchant-private-key.pem").replaceAll("-----[A-Z ]+-----", "");
        return SM.privateKey(Base64.getMimeDecoder().decode(pem));
    }

    private static byte[] pem(String name) {
        return Vectors.text(name).getBytes(StandardCharsets.US_ASCII);
    }

    private static JsonNode vector(String id) {
        return Vectors.read("sm.json")
                .get("vectors")
                .valueStream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] text(JsonNode vector, String name) {
        return vector.get(name).asString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(JsonNode vector, String name) {
        return Base64.getDecoder().decode(vector.get(name).asString());
    }

    /** A provider whose own default may be any user id. */
    private static final class HardwareSigner extends Provider {
        private static final long serialVersionUID = 1L;

        HardwareSigner(List<String> userIds) {
            super("HardwareSigner", "1", "signs nothing");
            putService(new Service(this, "Signature", "SM3withSM2", "Hardware", null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new Hardware(userIds);
                }
            });
        }
    }

    /** Notes the user id that it is given. */
    private static final class Hardware extends SignatureSpi {
        private final List<String> userIds;

        Hardware(List<String> userIds) {
            this.userIds = userIds;
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec params) {
            userIds.add(new String(((SM2ParameterSpec) params).getID(), StandardCharsets.US_ASCII));
        }

        @Override
        protected byte[] engineSign() {
            return new byte[0];
        }

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineUpdate(byte b) {}

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) {}

        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }

        @Deprecated
        @Override
        protected void engineSetParameter(String name, Object value) {}

        @Deprecated
        @Override
        protected Object engineGetParameter(String name) {
            return "";
        }
    }
}
