package io.github.wxpaycodegen.runtime.internal.crypto;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The SM suite, with an unregistered BouncyCastle provider, so that it does not affect the rest of the JVM. */
public final class SmSuite implements CipherSuite {
    /** The only instance. */
    public static final SmSuite INSTANCE = new SmSuite();

    private static final String SIGNATURE = "SM3withSM2";
    /** The distinguishing id that the gateway uses in signatures. */
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private static final int TAG_BITS = 128;
    private static final int SM4_KEY_BYTES = 16;
    /** The gateway's limit for a field is not documented; no field is this long. */
    private static final int MAX_FIELD_BYTES = 64 * 1024;

    private final Provider provider = new BouncyCastleProvider();

    private SmSuite() {}

    /** Parses a private key on the SM2 curve in PKCS#8. */
    public PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return sm2(KeyFactory.getInstance("EC", provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    }

    /** Parses a public key on the SM2 curve in X.509 form. */
    public PublicKey publicKey(byte[] der) throws GeneralSecurityException {
        return sm2(KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(der)));
    }

    private static <K extends Key> K sm2(K key) throws GeneralSecurityException {
        if (!Sm2Curve.has(key)) {
            throw new GeneralSecurityException("the key is not on the curve of SM2");
        }
        return key;
    }

    /** Parses certificates in PEM. */
    public List<X509Certificate> certificates(byte[] pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509", provider)
                .generateCertificates(new ByteArrayInputStream(pem))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    @Override
    public X509Certificate certificate(byte[] pem) throws CertificateException {
        List<X509Certificate> all = certificates(pem);
        if (all.isEmpty()) {
            throw new CertificateException("there is no certificate in it");
        }
        return all.get(0);
    }

    @Override
    public String name() {
        return "SM2-WITH-SM3";
    }

    @Override
    public String certificates() {
        return "SM2";
    }

    @Override
    public String encryption() {
        return "AEAD_SM4_GCM";
    }

    /** Signs a text, with the id {@code 1234567812345678}; the signature is in DER. */
    @Override
    public byte[] sign(PrivateKey key, byte[] text, @Nullable Provider other) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SIGNATURE, other == null ? provider : other);
        signature.setParameter(new SM2ParameterSpec(USER_ID));
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    @Override
    public boolean verify(PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(SIGNATURE, provider);
            verifier.setParameter(new SM2ParameterSpec(USER_ID));
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Decrypts with SM4-GCM; the key is the first 16 bytes of the SM3 digest of the APIv3 key. */
    @Override
    public byte[] decrypt(byte[] v3Key, String nonce, @Nullable String associatedData, String ciphertext)
            throws VerificationException {
        try {
            byte[] input = Base64.getDecoder().decode(ciphertext);
            return gcm(Cipher.DECRYPT_MODE, v3Key, nonce, associatedData, input);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VerificationException(
                    "it cannot be decrypted: it was changed in transit, or v3Key is not this merchant's", e);
        }
    }

    /** Encrypts in the same way as the gateway, for tests and simulators. */
    public byte[] encrypt(byte[] v3Key, String nonce, @Nullable String associatedData, byte[] plain)
            throws GeneralSecurityException {
        return gcm(Cipher.ENCRYPT_MODE, v3Key, nonce, associatedData, plain);
    }

    private byte[] gcm(int mode, byte[] v3Key, String nonce, @Nullable String associatedData, byte[] input)
            throws GeneralSecurityException {
        byte[] key = Arrays.copyOf(MessageDigest.getInstance("SM3", provider).digest(v3Key), SM4_KEY_BYTES);
        Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", provider);
        cipher.init(
                mode,
                new SecretKeySpec(key, "SM4"),
                new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
        if (associatedData != null) {
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
        }
        return cipher.doFinal(input);
    }

    @Override
    public int maxFieldBytes(PublicKey key) {
        return MAX_FIELD_BYTES;
    }

    @Override
    public byte[] encryptField(PublicKey key, byte[] plain) throws GeneralSecurityException {
        return Sm2Fields.encrypt(key, plain);
    }

    @Override
    public byte[] decryptField(PrivateKey key, byte[] ciphertext) throws GeneralSecurityException {
        return Sm2Fields.decrypt(key, ciphertext);
    }
}
