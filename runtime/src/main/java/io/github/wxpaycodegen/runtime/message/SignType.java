package io.github.wxpaycodegen.runtime.message;

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

    /** Returns the algorithm of a wire value: MD5 if it is null or empty; null if there is no such algorithm. */
    public static @Nullable SignType ofValue(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return MD5;
        }
        for (SignType type : values()) {
            if (type.value.equals(value)) {
                return type;
            }
        }
        return null;
    }

    /** Returns the algorithm whose signatures have the length of the given one; null if there is none. */
    public static @Nullable SignType ofSignature(String signature) {
        for (SignType type : values()) {
            if (type.length == signature.length()) {
                return type;
            }
        }
        return null;
    }
}
