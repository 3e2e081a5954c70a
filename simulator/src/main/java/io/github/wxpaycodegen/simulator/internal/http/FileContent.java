package io.github.wxpaycodegen.simulator.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** What a file has in it; written anew each time, and the same each time, so that a file of any size is never held. */
@FunctionalInterface
public interface FileContent {
    /** Writes all of it, and does not close the stream. */
    void writeTo(OutputStream out) throws IOException;

    /** These bytes. */
    static FileContent of(byte[] bytes) {
        return out -> out.write(bytes);
    }

    /** The same in gzip. */
    default FileContent gzip() {
        return out -> {
            GZIPOutputStream packed = new GZIPOutputStream(out, 8192);
            writeTo(packed);
            packed.finish();
        };
    }

    /** Its digest in lower-case hex. */
    default String digest(String algorithm) {
        try {
            DigestOutputStream digest =
                    new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance(algorithm));
            writeTo(digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a digest of a file cannot be made", e);
        }
    }
}
