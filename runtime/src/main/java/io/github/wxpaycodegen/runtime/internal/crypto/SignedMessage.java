package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A response or a notification with its signature headers. A signature that begins with {@code WECHATPAY/SIGNTEST/},
 * with which the gateway tests clients, fails verification like any other invalid signature.
 */
public final class SignedMessage {
    private static final long TOLERANCE_SECONDS = 300;
    private static final int MAX_TIMESTAMP = 20;
    private static final String PROBE = "WECHATPAY/SIGNTEST/";

    private final String timestamp;
    private final String nonce;
    private final String signature;
    private final String serial;

    private SignedMessage(String timestamp, String nonce, String signature, String serial) {
        this.timestamp = timestamp;
        this.nonce = nonce;
        this.signature = signature;
        this.serial = serial;
    }

    /**
     * Parses the headers.
     *
     * @param suite the suite of the merchant and the gateway
     * @param header looks up a header, ignoring case; null if there is none
     * @throws VerificationException if a header is missing or names another suite's algorithm
     */
    public static SignedMessage of(CipherSuite suite, Function<String, @Nullable String> header)
            throws VerificationException {
        String type = header.apply("Wechatpay-Signature-Type");
        if (type != null && !type.isEmpty() && !suite.hasSignatureType(type)) {
            throw new VerificationException(
                    "it must be signed with " + suite.signatureType() + " (was " + ForeignText.shown(type) + ")");
        }
        return new SignedMessage(
                required(header, "Wechatpay-Timestamp"),
                required(header, "Wechatpay-Nonce"),
                required(header, "Wechatpay-Signature"),
                required(header, "Wechatpay-Serial"));
    }

    private static String required(Function<String, @Nullable String> header, String name)
            throws VerificationException {
        String value = header.apply(name);
        if (value == null || value.isEmpty()) {
            throw new VerificationException("it has no header " + name);
        }
        return value;
    }

    /** Returns the serial number of the certificate, or the id of the public key, that verifies the signature. */
    public String serial() {
        return serial;
    }

    /**
     * Checks that the timestamp differs from the current time by less than five minutes, to limit replay.
     *
     * @throws VerificationException if it does not
     */
    public void requireFresh(Clock clock) throws VerificationException {
        // Long enough for any number of seconds: parsing takes quadratic time, and a stranger chooses the value.
        if (timestamp.length() > MAX_TIMESTAMP) {
            throw new VerificationException("its timestamp is too long: " + ForeignText.shown(timestamp));
        }
        BigInteger signedAt;
        try {
            signedAt = new BigInteger(timestamp);
        } catch (NumberFormatException e) {
            throw new VerificationException("its timestamp is not a number: " + ForeignText.shown(timestamp), e);
        }
        long now = clock.instant().getEpochSecond();
        if (signedAt.subtract(BigInteger.valueOf(now)).abs().compareTo(BigInteger.valueOf(TOLERANCE_SECONDS)) >= 0) {
            throw new VerificationException("it was created at " + ForeignText.shown(time(signedAt))
                    + ", but the local clock says " + Instant.ofEpochSecond(now) + ": they must be less than "
                    + TOLERANCE_SECONDS + " seconds apart. Check the local clock");
        }
    }

    /** Returns a time to be read by a person; the number itself if it is none of the next centuries. */
    private static Object time(BigInteger seconds) {
        return seconds.bitLength() < 36 ? Instant.ofEpochSecond(seconds.longValue()) : seconds;
    }

    /**
     * Checks that the key's signature of the body is valid.
     *
     * @throws VerificationException if it is not
     */
    public void requireSignedBy(PublicKey key, byte[] body) throws VerificationException {
        boolean right;
        try {
            byte[] given = Base64.getDecoder().decode(signature.getBytes(StandardCharsets.US_ASCII));
            right = CipherSuite.of(key).verify(key, RequestText.ofResponse(timestamp, nonce, body), given);
        } catch (IllegalArgumentException e) {
            right = false;
        }
        if (!right) {
            throw new VerificationException(
                    signature.startsWith(PROBE)
                            ? "its signature is wrong on purpose: the gateway tests whether signatures are verified, so"
                                    + " rejecting it is correct"
                            : "its signature is wrong: it is forged, or its body is not the bytes that were sent");
        }
    }
}
