package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The digest of a file's plain content, which of gzip is what it unpacks to. */
public final class FileHash {
    /** How it is made. */
    public enum Type {
        /** SHA-1: it tells damage, and no more. */
        SHA1("SHA-1", 20),
        /** SHA-256. */
        SHA256("SHA-256", 32),
        /** SM3, for which a JCA provider must be there that has it, BouncyCastle for instance. */
        SM3("SM3", 32);

        private final String algorithm;
        private final int bytes;

        Type(String algorithm, int bytes) {
            this.algorithm = algorithm;
            this.bytes = bytes;
        }

        /**
         * The type of a name, in any case, with or without a hyphen.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Type of(String name) {
            for (Type type : values()) {
                if (type.name().equals(name.toUpperCase(Locale.ROOT).replace("-", ""))) {
                    return type;
                }
            }
            throw new IllegalArgumentException("no digest of files is called " + ForeignText.shown(name));
        }

        /** Returns the name by which the JCA knows it. */
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
     * A digest as the gateway tells it.
     *
     * @param type {@code SHA1}, {@code SHA256} or {@code SM3}
     * @param hex in any case
     * @throws IllegalArgumentException for another type, or what is no digest of that type
     */
    public static FileHash of(String type, String hex) {
        return of(Type.of(type), hex);
    }

    /** Like {@link #of(String, String)}. */
    public static FileHash of(Type type, String hex) {
        byte[] value;
        try {
            value = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "this is no " + type + " in hex: " + ForeignText.shown(hex), ForeignText.cause(e));
        }
        if (value.length != type.bytes) {
            throw new IllegalArgumentException(
                    "this is no " + type + ", it has another length: " + ForeignText.shown(hex));
        }
        return new FileHash(type, value);
    }

    /** How it is made. */
    public Type type() {
        return type;
    }

    /** The digest in lower-case hex. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    /** Whether it is the same digest; in a time that does not depend on where they differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileHash that && type == that.type && MessageDigest.isEqual(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(value);
    }

    /** {@code SHA1 a9993e...}. */
    @Override
    public String toString() {
        return type + " " + hex();
    }
}
