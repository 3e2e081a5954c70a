package io.github.wxpaycodegen.runtime.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was downloaded whole, verified, and put in its place. Only its owner can read it where the system knows owners. */
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

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The size on disk in bytes. */
    public long size() {
        return size;
    }

    /** What the gateway says that it is; null if it does not say. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    /** The digest of the plain content: the one that was checked, or SHA-256 where the gateway told none. */
    public FileHash hash() {
        return hash;
    }

    /** The place and the size. */
    @Override
    public String toString() {
        return path + " (" + size + " bytes)";
    }
}
