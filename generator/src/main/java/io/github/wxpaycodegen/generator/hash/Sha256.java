package io.github.wxpaycodegen.generator.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every JVM has. */
public final class Sha256 {
    private Sha256() {}

    /** Returns a new digest, to which bytes can be added. */
    public static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    /** Returns the digest of a text in UTF-8. */
    public static byte[] of(String text) {
        return create().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the digest of bytes in hex. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(create().digest(content));
    }

    /** Returns the digest of a text in UTF-8, in hex. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }
}
