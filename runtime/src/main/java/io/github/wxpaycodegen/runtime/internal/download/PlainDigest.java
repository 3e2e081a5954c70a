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

/** The digest of a bill's plain text, whether it came as it is or as gzip; the plain text is never held. */
public final class PlainDigest {
    /** More than any bill that is held in memory; what unpacks to more is made to exhaust whoever unpacks it. */
    private static final long LIMIT = 2L * 1024 * 1024 * 1024;

    private PlainDigest() {}

    /** SHA-1 in lower-case hex. */
    public static String sha1(byte[] file) throws VerificationException {
        return sha1(new ByteArrayInputStream(file), LIMIT);
    }

    /** SHA-1 in lower-case hex, of at most so many plain bytes. */
    public static String sha1(InputStream file, long limit) throws VerificationException {
        MessageDigest digest = FileHashDigests.begin(FileHash.Type.SHA1);
        try {
            PlainText.copy(file, limit, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        } catch (ResponseTooLargeException e) {
            throw new VerificationException("it unpacks to more than " + limit + " bytes", e);
        } catch (IOException e) {
            throw new VerificationException("it begins like gzip and is none", e);
        }
        return FileHashDigests.end(FileHash.Type.SHA1, digest).hex();
    }
}
