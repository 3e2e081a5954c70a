package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A response or a notification with the headers that prove where it comes from. The signature {@code
 * WECHATPAY/SIGNTEST/...}, by which the gateway tests its callers, is a wrong one like any other.
 */
public final class SignedMessage {
    private static final long TOLERANCE_SECONDS = 300;
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
     * Reads the headers.
     *
     * @param suite by which the merchant and the gateway sign
     * @param header looks a header up, whatever the case of its name; null where there is none
     * @throws VerificationException naming a header that is missing, or an algorithm that is not this suite's
     */
    public static SignedMessage of(CipherSuite suite, Function<String, @Nullable String> header)
            throws VerificationException {
        String type = header.apply("Wechatpay-Signature-Type");
        if (type != null && !type.isEmpty() && !suite.hasSignatureType(type)) {
            throw new VerificationException(
                    "it is signed by " + ForeignText.shown(type) + ", expected is " + suite.signatureType());
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

    /** The serial number of the certificate, or the id of the public key, that it is signed with. */
    public String serial() {
        return serial;
    }

    /**
     * Returns if the message was signedAt within five minutes of now.
     *
     * @throws VerificationException if it is older or newer, which a replayed one is
     */
    public void requireFresh(Clock clock) throws VerificationException {
        BigInteger signedAt;
        try {
            signedAt = new BigInteger(timestamp);
        } catch (NumberFormatException e) {
            throw new VerificationException("its timestamp is no number: " + ForeignText.shown(timestamp), e);
        }
        long now = clock.instant().getEpochSecond();
        if (signedAt.subtract(BigInteger.valueOf(now)).abs().compareTo(BigInteger.valueOf(TOLERANCE_SECONDS)) >= 0) {
            throw new VerificationException(
                    "it was made at " + ForeignText.shown(signedAt) + " and the clock here says " + now
                            + ": they must be less than " + TOLERANCE_SECONDS + " seconds apart. Is this clock right?");
        }
    }

    /**
     * Returns if the signature is that of the body by the key.
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
                            ? "its signature is wrong on purpose: the gateway tests whether signatures are verified, and"
                                    + " to refuse it is right"
                            : "its signature is wrong: it is forged, or its body is not the bytes that were sent");
        }
    }
}
