package io.github.wxpaycodegen.runtime.internal.download;

import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.digest.FileHashDigests;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Computes the digest of a bill's plain text, for plain or gzip content, without holding the text in memory. */
public final class PlainDigest {
    /** More than any bill in memory. Content that decompresses to more is a gzip bomb. */
    private static final long LIMIT = 2L * 1024 * 1024 * 1024;

    private PlainDigest() {}

    /** Returns the SHA-1 in lower-case hex. */
    public static String sha1(byte[] file) throws VerificationException {
        return sha1(new ByteArrayInputStream(file), LIMIT);
    }

    /**
     * Returns the SHA-1 in lower-case hex.
     *
     * @param limit the maximum number of plain bytes
     */
    public static String sha1(InputStream file, long limit) throws VerificationException {
        MessageDigest digest = FileHashDigests.begin(FileHash.Type.SHA1);
        try {
            PlainText.copy(file, limit, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (ResponseTooLargeException e) {
            throw new VerificationException("it decompresses to more than " + limit + " bytes", e);
        } catch (IOException e) {
            throw new VerificationException("it begins like gzip, but is not valid gzip", e);
        }
        return FileHashDigests.end(FileHash.Type.SHA1, digest).hex();
    }
}
