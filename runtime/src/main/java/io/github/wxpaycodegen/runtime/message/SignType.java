package io.github.wxpaycodegen.runtime.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signature algorithm of v2. */
public enum SignType {
    /** MD5, the default if a request has no {@code sign_type}. */
    MD5("MD5", 32),
    /** HMAC-SHA256. */
    HMAC_SHA256("HMAC-SHA256", 64);

    private final String value;
    private final int length;

    SignType(String value, int length) {
        this.value = value;
        this.length = length;
    }

    /** Returns the wire value of {@code sign_type}. */
    public String value() {
        return value;
    }

    /** Returns the algorithm of a wire value: MD5 if it is null; empty if there is no such algorithm. */
    public static Optional<SignType> ofValue(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return Optional.of(MD5);
        }
        for (SignType type : values()) {
            if (type.value.equals(value)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Returns the algorithm whose signatures have the length of the given one; empty if there is none. */
    public static Optional<SignType> ofSignature(String signature) {
        for (SignType type : values()) {
            if (type.length == signature.length()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
