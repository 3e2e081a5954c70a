package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.v3.VerificationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The digest of a bill's plain text, whether it came as it is or as gzip; the plain text is never held. */
final class PlainDigest {
    /** More than any bill; what unpacks to more is made to exhaust whoever unpacks it. */
    private static final long LIMIT = 2L * 1024 * 1024 * 1024;

    private PlainDigest() {}

    /** SHA-1 in lower-case hex. */
    static String sha1(byte[] file) throws VerificationException {
        MessageDigest digest = digest();
        byte[] chunk = new byte[8192];
        long total = 0;
        try (InputStream in = plain(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                total += read;
                if (total > LIMIT) {
                    throw new VerificationException("it unpacks to more than " + LIMIT + " bytes");
                }
                digest.update(chunk, 0, read);
            }
        } catch (IOException e) {
            throw new VerificationException("it begins like gzip and is none", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static InputStream plain(byte[] file) throws IOException {
        InputStream bytes = new ByteArrayInputStream(file);
        boolean gzip = file.length > 1 && file[0] == 0x1f && (file[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(bytes) : bytes;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-1", e);
        }
    }
}
