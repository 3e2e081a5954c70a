package io.github.wxpaycodegen.runtime.internal.digest;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.file.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Digests of files. SM3 needs a registered JCA provider that supports it, or BouncyCastle. */
public final class FileDigests {
    private FileDigests() {}

    /**
     * Returns the digest in lower-case hex.
     *
     * @throws ConfigurationException if no provider supports the algorithm
     */
    public static String hex(Digest algorithm, byte[] content) {
        return hex(algorithm, content, BouncyCastle::provider);
    }

    static String hex(Digest algorithm, byte[] content, Supplier<@Nullable Provider> fallback) {
        return ifPossible(algorithm, content, fallback)
                .orElseThrow(() -> new ConfigurationException("The upload requires the file's " + algorithm.algorithm()
                        + ", which no JCA provider supports: add the dependency org.bouncycastle:bcprov-jdk18on, or set the"
                        + " digest with UploadFile.withDigest(...)"));
    }

    /** Returns the digest in lower-case hex; empty if no provider supports the algorithm. */
    public static Optional<String> ifPossible(Digest algorithm, byte[] content) {
        return ifPossible(algorithm, content, BouncyCastle::provider);
    }

    private static Optional<String> ifPossible(
            Digest algorithm, byte[] content, Supplier<@Nullable Provider> fallback) {
        return begin(algorithm.algorithm(), fallback)
                .map(digest -> HexFormat.of().formatHex(digest.digest(content)));
    }

    /** Starts a digest by its JCA name; empty if no provider supports it. */
    public static Optional<MessageDigest> begin(String algorithm) {
        return begin(algorithm, BouncyCastle::provider);
    }

    private static Optional<MessageDigest> begin(String algorithm, Supplier<@Nullable Provider> fallback) {
        try {
            return Optional.of(MessageDigest.getInstance(algorithm));
        } catch (NoSuchAlgorithmException e) {
            return Optional.ofNullable(fallback.get()).flatMap(provider -> ofProvider(algorithm, provider));
        }
    }

    private static Optional<MessageDigest> ofProvider(String algorithm, Provider provider) {
        try {
            return Optional.of(MessageDigest.getInstance(algorithm, provider));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    /** Loaded lazily, because few users need this optional dependency. */
    private static final class BouncyCastle {
        private static final @Nullable Provider PROVIDER = find();

        static @Nullable Provider provider() {
            return PROVIDER;
        }

        private static @Nullable Provider find() {
            try {
                return Class.forName("org.bouncycastle.jce.provider.BouncyCastleProvider")
                        .asSubclass(Provider.class)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException | LinkageError e) {
                return null;
            }
        }
    }
}
