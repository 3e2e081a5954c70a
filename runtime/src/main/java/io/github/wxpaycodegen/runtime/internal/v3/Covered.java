package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.download.PartFile;
import io.github.wxpaycodegen.runtime.internal.download.PlainDigest;
import java.time.Instant;

/**
 * The content that the signature of a response covers. It is read when the verification needs it: a file is signed as a
 * whole, or by the digest of its plain content.
 *
 * @param headReceived when the head of the response arrived, which determines the age of the signature
 * @param body reads the whole body
 * @param plainSha1 reads the SHA-1 of the plain content, in hex
 */
record Covered(Instant headReceived, Reading<byte[]> body, Reading<String> plainSha1) {
    /** Reads covered content. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws VerificationException;
    }

    /** Returns the content of a body in memory. */
    static Covered of(byte[] body, Instant headReceived) {
        return new Covered(headReceived, () -> body, () -> PlainDigest.sha1(body));
    }

    /**
     * Returns the content of a downloaded file.
     *
     * @param limitInMemory the maximum number of bytes of a body that is signed as a whole
     */
    static Covered of(PartFile part, long limitInMemory) {
        return new Covered(part.headReceived(), () -> part.content(limitInMemory), part::plainSha1);
    }
}
