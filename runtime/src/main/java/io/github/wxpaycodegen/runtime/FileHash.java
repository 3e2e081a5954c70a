package io.github.wxpaycodegen.runtime;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Supplier;
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
            throw new IllegalArgumentException("no digest of files is called " + name);
        }

        /** Begins a digest; {@link ConfigurationException} where no provider has it. */
        MessageDigest begin() {
            return begin(() -> BouncyCastle.PROVIDER);
        }

        MessageDigest begin(Supplier<@Nullable Provider> further) {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                Provider fallback = further.get();
                if (fallback != null && fallback.getService("MessageDigest", algorithm) != null) {
                    return begin(algorithm, fallback);
                }
                throw new ConfigurationException(
                        "the file is checked by its " + algorithm
                                + ", which no JCA provider has: add the dependency org.bouncycastle:bcprov-jdk18on",
                        e);
            }
        }

        private static MessageDigest begin(String algorithm, Provider provider) {
            try {
                return MessageDigest.getInstance(algorithm, provider);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Type type;
    private final byte[] value;

    FileHash(Type type, byte[] value) {
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
            throw new IllegalArgumentException("this is no " + type + " in hex: " + hex, e);
        }
        if (value.length != type.bytes) {
            throw new IllegalArgumentException("this is no " + type + ", it has another length: " + hex);
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

    /** A dependency that few need, so it is looked for when it is needed. */
    private static final class BouncyCastle {
        static final @Nullable Provider PROVIDER = find();

        private static @Nullable Provider find() {
            try {
                return (Provider) Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider")
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                return null;
            }
        }
    }
}
