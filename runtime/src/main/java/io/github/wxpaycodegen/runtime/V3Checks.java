package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that requests, responses and notifications of v3 have in common: the time and the signature. */
final class V3Checks {
    static final String HEADERS = "headers";
    static final String TIME = "time";
    static final String KEY = "key";
    static final String SIGNATURE = "signature";

    private static final long TOLERANCE_SECONDS = 300;
    private static final String PROBE = "WECHATPAY/SIGNTEST/";
    /** A number without a zero before it, because the text itself is signed. */
    private static final Pattern TIMESTAMP = Pattern.compile("0|[1-9][0-9]{0,11}");

    private V3Checks() {}

    /** Returns true if a timestamp is a number of seconds. */
    static boolean isTimestamp(@Nullable String timestamp) {
        return timestamp != null && TIMESTAMP.matcher(timestamp).matches();
    }

    static void checkTime(MessageInspection.Builder checks, @Nullable String timestamp, @Nullable Instant receivedAt) {
        if (timestamp == null) {
            checks.skipped(TIME, "there is no timestamp");
        } else if (!isTimestamp(timestamp)) {
            checks.failed(TIME, "the timestamp must be a number of seconds (was " + ForeignText.shown(timestamp) + ")");
        } else if (receivedAt == null) {
            checks.skipped(
                    TIME,
                    "signed at " + Instant.ofEpochSecond(Long.parseLong(timestamp))
                            + "; the age is checked only if the time of receipt is known");
        } else {
            Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
            long apart = Math.abs(signedAt.getEpochSecond() - receivedAt.getEpochSecond());
            String finding = "signed at " + signedAt + ", received at " + receivedAt;
            if (apart < TOLERANCE_SECONDS) {
                checks.passed(TIME, finding);
            } else {
                checks.failed(
                        TIME,
                        finding + ": they must be less than " + TOLERANCE_SECONDS
                                + " seconds apart. Check the clock, and whether the message is repeated");
            }
        }
    }

    static void checkSignature(
            MessageInspection.Builder checks,
            String signature,
            byte[] body,
            PublicKey key,
            Function<byte[], byte[]> signedText) {
        if (signature.startsWith(PROBE)) {
            checks.failed(
                    SIGNATURE,
                    "wrong on purpose: the gateway tests whether signatures are verified, so rejecting it is right");
            return;
        }
        byte[] given;
        try {
            given = Base64.getDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            checks.failed(SIGNATURE, "the signature is not Base64");
            return;
        }
        CipherSuite suite = CipherSuite.of(key);
        Predicate<byte[]> valid = candidate -> suite.verify(key, signedText.apply(candidate), given);
        if (valid.test(body)) {
            checks.passed(SIGNATURE, "valid for the method, path, time, nonce and body as far as the message has them");
            return;
        }
        String hint = BodyVariant.thatFits(body, valid)
                .map(variant -> ": it is valid for a body " + variant + ". Sign and verify the exact bytes of the wire")
                .orElse(": it is of another key, or the signed message below differs from the one that the sender"
                        + " signed. Compare them byte by byte");
        checks.failed(SIGNATURE, "wrong" + hint);
    }
}
