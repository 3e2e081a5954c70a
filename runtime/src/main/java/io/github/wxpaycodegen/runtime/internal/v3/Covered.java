package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.download.PartFile;
import io.github.wxpaycodegen.runtime.internal.download.PlainDigest;
import java.time.Instant;

/**
 * Content that the signature of a response covers. It is read when the verification asks for it: a file is signed as a whole,
 * or by the digest of its plain content.
 *
 * @param headReceived when the head of the response came, by which the age of the signature is judged
 * @param body reads the whole body
 * @param plainSha1 reads the SHA-1 of the plain content, in hex
 */
record Covered(Instant headReceived, Reading<byte[]> body, Reading<String> plainSha1) {
    /** Reads what is covered. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws VerificationException;
    }

    /** Returns a body in memory. */
    static Covered of(byte[] body, Instant headReceived) {
        return new Covered(headReceived, () -> body, () -> PlainDigest.sha1(body));
    }

    /**
     * Returns a downloaded file.
     *
     * @param limitInMemory the most bytes of a body that is signed as a whole
     */
    static Covered of(PartFile part, long limitInMemory) {
        return new Covered(part.headReceived(), () -> part.content(limitInMemory), part::plainSha1);
    }
}
