package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The digest of a file's plain content; for gzip, of the decompressed content. */
public final class FileHash {
    /** The digest algorithm. */
    public enum Type {
        /** SHA-1. It detects damage, but no deliberate changes. */
        SHA1("SHA-1", 20),
        /** SHA-256. */
        SHA256("SHA-256", 32),
        /** SM3, which requires a JCA provider that supports it, for instance BouncyCastle. */
        SM3("SM3", 32);

        private final String algorithm;
        private final int bytes;

        Type(String algorithm, int bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }

        /**
         * Returns the algorithm with a name, in any case, with or without a hyphen.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Type of(String name) {
            for (Type type : values()) {
                if (type.name().equals(name.toUpperCase(Locale.ROOT).replace("-", ""))) {
                    return type;
                }
            }
            throw new IllegalArgumentException(
                    "the digest type must be SHA1, SHA256 or SM3 (was " + ForeignText.shown(name) + ")");
        }

        /** Returns the JCA name of the algorithm. */
        public String algorithm() {
            return algorithm;
        }
    }

    private final Type type;
    private final byte[] value;

    private FileHash(Type type, byte[] value) {
        this.type = type;
        this.value = value;
    }

    /**
     * Returns a digest as the gateway reports it.
     *
     * @param type {@code SHA1}, {@code SHA256} or {@code SM3}
     * @param hex in upper or lower case
     * @throws IllegalArgumentException for another type, or if the text is not a digest of that type
     */
    public static FileHash of(String type, String hex) {
        return of(Type.of(type), hex);
    }

    /** Same as {@link #of(String, String)}. */
    public static FileHash of(Type type, String hex) {
        byte[] value;
        try {
            value = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw malformed(type, hex, e);
        }
        if (value.length != type.bytes) {
            throw malformed(type, hex, null);
        }
        return new FileHash(type, value);
    }

    private static IllegalArgumentException malformed(Type type, String hex, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "the " + type + " digest must be " + 2 * type.bytes + " hexadecimal digits (was "
                        + ForeignText.shown(hex) + ")",
                ForeignText.cause(cause));
    }

    /** Returns the digest algorithm. */
    public Type type() {
        return type;
    }

    /** Returns the digest in lower-case hex. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    /** Returns true if the digests are equal. The time does not depend on where they differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileHash that && type == that.type && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(value);
    }

    /** Returns the algorithm and the digest: {@code SHA1 a9993e...}. */
    @Override
    public String toString() {
        return type + " " + hex();
    }
}
