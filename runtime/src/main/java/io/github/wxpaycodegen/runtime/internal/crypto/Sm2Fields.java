package io.github.wxpaycodegen.runtime.internal.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.IllegalBlockSizeException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.util.BigIntegers;

/**
 * Encrypts and decrypts fields with SM2, in the DER form of GM/T 0009: a sequence of the point's x and y, the digest
 * and the ciphertext. BouncyCastle's engine concatenates the same parts.
 */
final class Sm2Fields {
    /** Length in bytes of a coordinate of the curve, and of an SM3 digest. */
    private static final int LENGTH = 32;

    private static final int PARTS = 4;
    private static final byte UNCOMPRESSED = 4;

    private Sm2Fields() {}

    static byte[] encrypt(PublicKey key, byte[] plain) throws GeneralSecurityException {
        if (plain.length == 0) {
            // BouncyCastle's engine throws another exception for it, and never returns in earlier versions.
            throw new IllegalBlockSizeException("is empty, which SM2 cannot encrypt: do not set it");
        }
        try {
            CipherParameters recipient = PublicKeyFactory.createKey(key.getEncoded());
            SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(true, new ParametersWithRandom(recipient, new SecureRandom()));
            return toDer(engine.processBlock(plain, 0, plain.length));
        } catch (IOException | InvalidCipherTextException e) {
            throw new GeneralSecurityException("the field cannot be encrypted", e);
        }
    }

    static byte[] decrypt(PrivateKey key, byte[] der) throws GeneralSecurityException {
        try {
            byte[] raw = fromDer(der);
            SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(false, PrivateKeyFactory.createKey(key.getEncoded()));
            return engine.processBlock(raw, 0, raw.length);
        } catch (IOException | InvalidCipherTextException | RuntimeException e) {
            throw new GeneralSecurityException("the field cannot be decrypted", e);
        }
    }

    private static byte[] toDer(byte[] raw) throws IOException {
        int hash = 1 + 2 * LENGTH;
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1, 1 + LENGTH))));
        parts.add(new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(raw, 1 + LENGTH, hash))));
        parts.add(new DEROctetString(Arrays.copyOfRange(raw, hash, hash + LENGTH)));
        parts.add(new DEROctetString(Arrays.copyOfRange(raw, hash + LENGTH, raw.length)));
        return new DERSequence(parts).getEncoded();
    }

    private static byte[] fromDer(byte[] der) throws IOException {
        ASN1Sequence parts = ASN1Sequence.getInstance(der);
        if (parts.size() != PARTS) {
            throw new IOException("it is not a ciphertext of SM2");
        }
        byte[] hash = ASN1OctetString.getInstance(parts.getObjectAt(2)).getOctets();
        byte[] cipher = ASN1OctetString.getInstance(parts.getObjectAt(3)).getOctets();
        byte[] raw = new byte[1 + 2 * LENGTH + hash.length + cipher.length];
        raw[0] = UNCOMPRESSED;
        BigIntegers.asUnsignedByteArray(
                ASN1Integer.getInstance(parts.getObjectAt(0)).getPositiveValue(), raw, 1, LENGTH);
        BigIntegers.asUnsignedByteArray(
                ASN1Integer.getInstance(parts.getObjectAt(1)).getPositiveValue(), raw, 1 + LENGTH, LENGTH);
        System.arraycopy(hash, 0, raw, 1 + 2 * LENGTH, hash.length);
        System.arraycopy(cipher, 0, raw, 1 + 2 * LENGTH + hash.length, cipher.length);
        return raw;
    }
}
