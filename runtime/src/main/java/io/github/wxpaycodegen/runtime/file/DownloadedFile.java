package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file in a response, completely in memory, with at most {@code maxResponseBytes} bytes. For larger files, such
 * operations have a {@code download} method that streams to disk.
 */
public final class DownloadedFile {
    private final byte[] content;
    private final @Nullable String mediaType;

    /**
     * Creates a file in memory.
     *
     * @param content the bytes, which are copied
     * @param mediaType the media type that the gateway reports; null if it reports none
     */
    public DownloadedFile(byte[] content, @Nullable String mediaType) {
        this.content = content.clone();
        this.mediaType = mediaType;
    }

    /** Returns a copy of the content as received, possibly in gzip. */
    public byte[] content() {
        return content.clone();
    }

    /** Returns the size in bytes. */
    public long size() {
        return content.length;
    }

    /** Returns the media type that the gateway reports; null if it reports none. */
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

    /** Returns the media type and the size. */
    @Override
    public String toString() {
        return ForeignText.shown(mediaType) + " (" + content.length + " bytes)";
    }
}
