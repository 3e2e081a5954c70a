package io.github.wxpaycodegen.runtime.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A downloaded file that is complete, verified and at its target. On systems with file permissions, only its owner can
 * read it.
 */
public final class SavedFile {
    private final Path path;
    private final long size;
    private final @Nullable String mediaType;
    private final FileHash hash;

    /**
     * Describes a file on disk.
     *
     * @param path the file
     * @param size its size in bytes
     * @param mediaType the media type that the gateway reports; null if it reports none
     * @param hash the digest of its plain content
     */
    public SavedFile(Path path, long size, @Nullable String mediaType, FileHash hash) {
        this.path = path;
        this.size = size;
        this.mediaType = mediaType;
        this.hash = hash;
    }

    /** Returns the path of the file. */
    public Path path() {
        return path;
    }

    /** Returns the size on disk in bytes. */
    public long size() {
        return size;
    }

    /** Returns the media type that the gateway reports; null if it reports none. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** Returns the digest of the plain content: the verified one, or SHA-256 if the gateway reported none. */
    public FileHash hash() {
        return hash;
    }

    /** Returns the path and the size. */
    @Override
    public String toString() {
        return path + " (" + size + " bytes)";
    }
}
