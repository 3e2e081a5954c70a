package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that an operation answered, whole and in memory, and so of at most {@code maxResponseBytes}. For larger ones each such
 * operation has {@code download}, which streams to disk.
 */
public final class DownloadedFile {
    private final byte[] content;
    private final @Nullable String mediaType;

    /**
     * Makes a file in memory.
     *
     * @param content the bytes, which are copied
     * @param mediaType the media type that the gateway reports; null if it reports none
     */
    public DownloadedFile(byte[] content, @Nullable String mediaType) {
        this.content = content.clone();
        this.mediaType = mediaType;
    }

    /** A copy of what is in it, as it came: it may be gzip. */
    public byte[] content() {
        return content.clone();
    }

    /** The size in bytes. */
    public long size() {
        return content.length;
    }

    /** What the gateway says that it is; null if it does not say. */
    public @Nullable String mediaType() {
        return mediaType;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DownloadedFile that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The media type and the size. */
    @Override
    public String toString() {
        return ForeignText.shown(mediaType) + " (" + content.length + " bytes)";
    }
}
