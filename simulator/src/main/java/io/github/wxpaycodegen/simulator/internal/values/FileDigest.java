package io.github.wxpaycodegen.simulator.internal.values;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Digests of uploaded files. */
public final class FileDigest {
    private FileDigest() {}

    /**
     * Returns the digest of a file in lower-case hex.
     *
     * @param algorithm the name in specs: {@code sha256}, {@code md5} or {@code sm3}
     */
    public static String hex(String algorithm, byte[] file) {
        return HexFormat.of().formatHex(algorithm.equals("sm3") ? sm3(file) : jdk(algorithm, file));
    }

    private static byte[] jdk(String algorithm, byte[] file) {
        try {
            return MessageDigest.getInstance(algorithm.equals("md5") ? "MD5" : "SHA-256")
                    .digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no " + algorithm, e);
        }
    }

    private static byte[] sm3(byte[] file) {
        SM3Digest digest = new SM3Digest();
        digest.update(file, 0, file.length);
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
