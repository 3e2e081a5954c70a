package io.github.wxpaycodegen.simulator.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * The content of a file. It is generated each time it is written, always the same, so a file of any size needs no
 * memory.
 */
@FunctionalInterface
public interface FileContent {
    /** Writes the whole content; does not close the stream. */
    void writeTo(OutputStream out) throws IOException;

    /** Returns a file of these bytes. */
    static FileContent of(byte[] bytes) {
        return out -> out.write(bytes);
    }

    /** Returns the file compressed by gzip. */
    default FileContent gzip() {
        return out -> {
            GZIPOutputStream packed = new GZIPOutputStream(out, 8192);
            writeTo(packed);
            packed.finish();
        };
    }

    /** Returns the digest of the file in lower-case hex. */
    default String digest(String algorithm) {
        try {
            DigestOutputStream digest =
                    new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance(algorithm));
            writeTo(digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the digest of a file cannot be computed", e);
        }
    }
}
