package io.github.wxpaycodegen.runtime.internal.download;

import io.github.wxpaycodegen.runtime.error.FileException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.ResponseHeaders;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.digest.FileHashDigests;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Receives the file in a response into a temporary part, which is moved to the target once it is verified. */
public final class FileReceiver {
    private final Call<?> call;
    private final Exchange exchange;
    private final Clock clock;
    private final FileTarget target;
    private final @Nullable FileHash expected;
    private final @Nullable Decryption decryption;
    private final FileHash.Type hashType;
    private final Verifier verifier;

    /**
     * Creates a receiver for one call.
     *
     * @param expected the digest that the gateway reports; null for none
     * @param decryption null if the file is not encrypted
     */
    public FileReceiver(
            Call<?> call,
            Exchange exchange,
            Clock clock,
            FileTarget target,
            @Nullable FileHash expected,
            @Nullable Decryption decryption,
            Verifier verifier) {
        this.call = call;
        this.exchange = exchange;
        this.clock = clock;
        this.target = target;
        this.expected = expected;
        this.decryption = decryption;
        this.hashType = expected == null ? FileHash.Type.SHA256 : expected.type();
        this.verifier = verifier;
    }

    /** Verifies, by the rules of a protocol, that a response is the requested file. It may read the part. */
    public interface Verifier {
        /**
         * Returns a future that fails unless the response is the file, and is authenticated to the extent that the
         * operation's responses are.
         */
        CompletableFuture<Void> verify(TransportResponse response, PartFile part) throws IOException;
    }

    /** Decrypts a file. */
    public interface Decryption {
        /**
         * Returns the content.
         *
         * @throws VerificationException if it was not encrypted for the merchant
         */
        byte[] decrypt(PartFile part) throws IOException, VerificationException;
    }

    /** Sends the request, and returns a future of the file at its target. */
    public CompletableFuture<WxPayResponse<SavedFile>> receive(TransportRequest request) {
        // An unavailable digest or an unwritable directory is detected before the call.
        MessageDigest digest = FileHashDigests.begin(hashType);
        PartFile part = part();
        CompletableFuture<WxPayResponse<SavedFile>> saved =
                Futures.composeBlocking(exchange.send(call, request, part), response -> {
                    CompletableFuture<Void> verification = verification(response, part);
                    return Futures.composeBlocking(
                            verification, verified -> CompletableFuture.completedFuture(keep(response, part, digest)));
                });
        // A call that is not canceled ends only after the part has been deleted.
        return Futures.recover(Futures.closing(saved, part::end, part::discard), failure -> {
            IOException unwritten = part.failure();
            return unwritten == null ? failure : failed(unwritten);
        });
    }

    private PartFile part() {
        try {
            return PartFile.beside(target, clock);
        } catch (IOException e) {
            throw target.refused("cannot write to " + target.directory() + ": " + e, e);
        }
    }

    private CompletableFuture<Void> verification(TransportResponse response, PartFile part) {
        try {
            return verifier.verify(response, part);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private WxPayResponse<SavedFile> keep(TransportResponse response, PartFile part, MessageDigest digest) {
        try {
            return decryption == null
                    ? keepPlain(response, part, digest)
                    : keepDecrypted(response, part, digest, decryption);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private WxPayResponse<SavedFile> keepDecrypted(
            TransportResponse response, PartFile sealed, MessageDigest digest, Decryption decryption)
            throws IOException {
        PartFile plain = sealed.further(target);
        try {
            plain.output().write(decryption.decrypt(sealed));
            return keepPlain(response, plain, digest);
        } catch (VerificationException e) {
            throw invalid(response, "the file cannot be decrypted: " + e.getMessage(), e);
        } finally {
            plain.discard();
        }
    }

    private WxPayResponse<SavedFile> keepPlain(TransportResponse response, PartFile part, MessageDigest digest)
            throws IOException {
        requireWhole(response, part);
        SavedFile file = target.gunzip() && PlainText.isGzip(part.first(2))
                ? unpacked(response, part, digest)
                : asItCame(response, part, digest);
        return WxPayResponse.of(response.status(), response.headers(), response.body(), file);
    }

    /** A file without a length, a digest or a gzip trailer may be cut off unnoticed. */
    private void requireWhole(TransportResponse response, PartFile part) throws IOException {
        if (part.size() == 0) {
            throw invalid(response, "the file is empty", null);
        }
        if (expected == null && !response.delimited() && !PlainText.isGzip(part.first(2))) {
            throw invalid(
                    response,
                    "the file ended with its connection, without a length, so it may have been cut off",
                    null);
        }
    }

    private SavedFile asItCame(TransportResponse response, PartFile part, MessageDigest digest) throws IOException {
        FileHash hash = verified(response, part, digest, OutputStream.nullOutputStream());
        part.become(target);
        return saved(response, part, hash);
    }

    private SavedFile unpacked(TransportResponse response, PartFile part, MessageDigest digest) throws IOException {
        PartFile plain = part.further(target);
        try {
            FileHash hash = verified(response, part, digest, plain.output());
            plain.become(target);
            return saved(response, plain, hash);
        } finally {
            plain.discard();
        }
    }

    /** Copies the plain content, and returns its digest after comparing it with the expected one. */
    private FileHash verified(TransportResponse response, PartFile part, MessageDigest digest, OutputStream plain)
            throws IOException {
        digest.reset();
        try {
            PlainText.copy(part.read(), target.maxBytes(), new DigestOutputStream(plain, digest));
        } catch (EOFException | ZipException e) {
            throw invalid(response, "the file begins like gzip, but is corrupt or incomplete", e);
        }
        FileHash actual = FileHashDigests.end(hashType, digest);
        if (expected != null && !expected.equals(actual)) {
            throw invalid(response, "the file's " + actual + " differs from the expected one, " + expected, null);
        }
        return actual;
    }

    private SavedFile saved(TransportResponse response, PartFile kept, FileHash hash) {
        return new SavedFile(target.path(), kept.size(), ResponseHeaders.first(response, "Content-Type"), hash);
    }

    private InvalidResponseException invalid(TransportResponse response, String what, @Nullable Throwable cause) {
        return InvalidResponseException.builder()
                .message(call + ": " + what + " (HTTP status " + response.status() + "). The file was discarded. "
                        + call.uncertainty())
                .httpStatus(response.status())
                .requestId(ResponseHeaders.requestId(response))
                .cause(cause)
                .build();
    }

    private WxPayException failed(IOException e) {
        if (e instanceof ResponseTooLargeException) {
            return InvalidResponseException.builder()
                    .message(call + ": the file has more than " + target.maxBytes()
                            + " bytes, as received or decompressed; maxFileBytes sets the limit. "
                            + call.uncertainty())
                    .httpStatus(0)
                    .cause(e)
                    .build();
        }
        return FileException.builder(Outcome.UNKNOWN)
                .message(call + ": the file could not be stored as " + target.path() + ": "
                        + ForeignText.sentence(e.toString()) + ". " + call.uncertainty())
                .cause(e)
                .build();
    }
}
