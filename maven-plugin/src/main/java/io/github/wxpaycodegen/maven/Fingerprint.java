package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A digest of all that the output depends on: specs, options and the generator's version. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(List<SpecFile> specs, List<String> options) {
        MessageDigest digest = sha256();
        options.forEach(option -> add(digest, option.getBytes(StandardCharsets.UTF_8)));
        for (SpecFile spec : specs) {
            add(digest, spec.path().getBytes(StandardCharsets.UTF_8));
            add(digest, spec.content());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length first, so that no two sequences of parts have one digest. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
