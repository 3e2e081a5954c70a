package io.github.wxpaycodegen.runtime.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A signature algorithm of v2. */
public enum SignType {
    /** MD5; what applies where a request has no {@code sign_type}. */
    MD5("MD5", 32),
    /** HMAC-SHA256. */
    HMAC_SHA256("HMAC-SHA256", 64);

    private final String value;
    private final int length;

    SignType(String value, int length) {
        this.value = value;
        this.length = length;
    }

    /** The wire value of {@code sign_type}. */
    public String value() {
        return value;
    }

    /** The algorithm of a wire value; MD5 where it is absent; empty where there is no such algorithm. */
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

    /** The algorithm whose signatures have the length of the given one. */
    public static Optional<SignType> ofSignature(String signature) {
        for (SignType type : values()) {
            if (type.length == signature.length()) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
