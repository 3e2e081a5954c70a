package io.github.wxpaycodegen.simulator.internal.keys;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.BigIntegers;

/** SM2: signatures with SM3 and encryption of fields, both as Base64 of DER. */
final class Sm2 {
    /** Not registered with the JVM, so that it does not affect other code. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final String SIGNATURE = "SM3withSM2";
    private static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final int COORDINATE = 32;
    private static final int POINT = 1 + 2 * COORDINATE;
    private static final int DIGEST = 32;

    private Sm2() {}

    static KeyPair keys(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"), random);
        return generator.generateKeyPair();
    }

    static String sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE, PROVIDER);
            signature.setParameter(new SM2ParameterSpec(USER_ID));
            signature.initSign(key);
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message could not be signed", e);
        }
    }

    /** Returns true if a signature is valid; text that is not a signature is not. */
    static boolean verify(PublicKey key, byte[] text, String signature) {
        try {
            Signature verifier = Signature.getInstance(SIGNATURE, PROVIDER);
            verifier.setParameter(new SM2ParameterSpec(USER_ID));
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static String encrypt(PublicKey key, String text) {
        try {
            Cipher cipher = Cipher.getInstance("SM2", PROVIDER);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            byte[] raw = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            int digest = raw.length - DIGEST;
            ASN1Encodable[] parts = {
                new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + COORDINATE))),
                new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + COORDINATE, POINT))),
                new DEROctetString(Arrays.copyOfRange(raw, digest, raw.length)),
                new DEROctetString(Arrays.copyOfRange(raw, POINT, digest)),
            };
            return Base64.getEncoder().encodeToString(new DERSequence(parts).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a field could not be encrypted", e);
        }
    }

    /** Returns the plain text; empty if it is not encrypted for the key, or not UTF-8. */
    static Optional<String> decrypt(PrivateKey key, String ciphertext) {
        try {
            Cipher cipher = Cipher.getInstance("SM2", PROVIDER);
            cipher.init(Cipher.DECRYPT_MODE, key);
            byte[] text = cipher.doFinal(raw(Base64.getDecoder().decode(ciphertext)));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (GeneralSecurityException | RuntimeException | CharacterCodingException e) {
            // Invalid points and DER cause exceptions of many kinds.
            return Optional.empty();
        }
    }

    /** Converts to the order of the cipher: point, ciphertext, digest. */
    private static byte[] raw(byte[] der) {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        byte[] digest = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
        byte[] text = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
        return ByteBuffer.allocate(POINT + text.length + digest.length)
                .put((byte) 4)
                .put(coordinate(parts.getObjectAt(0)))
                .put(coordinate(parts.getObjectAt(1)))
                .put(text)
                .put(digest)
                .array();
    }

    private static byte[] coordinate(ASN1Encodable integer) {
        return BigIntegers.asUnsignedByteArray(
                COORDINATE, ASN1Integer.getInstance(integer).getPositiveValue());
    }
}
