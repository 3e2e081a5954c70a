package io.github.wxpaycodegen.runtime.internal.digest;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Digests of downloaded files. */
public final class FileHashDigests {
    private FileHashDigests() {}

    /**
     * Starts a digest.
     *
     * @throws ConfigurationException if no provider supports it
     */
    public static MessageDigest begin(FileHash.Type type) {
        return begin(type, FileDigests.begin(type.algorithm()));
    }

    static MessageDigest begin(FileHash.Type type, Optional<MessageDigest> found) {
        return found.orElseThrow(() -> new ConfigurationException("the file is verified by its " + type.algorithm()
                + ", which no JCA provider supports: add the dependency org.bouncycastle:bcprov-jdk18on"));
    }

    /** Completes a digest. */
    public static FileHash end(FileHash.Type type, MessageDigest digest) {
        return FileHash.of(type, HexFormat.of().formatHex(digest.digest()));
    }
}
