package io.github.wxpaycodegen.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** A file to upload: its name and what is in it. Immutable. */
public final class UploadFile {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png",
            "bmp", "image/bmp",
            "gif", "image/gif",
            "pdf", "application/pdf",
            "csv", "text/csv",
            "mp4", "video/mp4",
            "mov", "video/quicktime",
            "avi", "video/x-msvideo");

    private final String name;
    private final byte[] content;

    private UploadFile(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    /**
     * A file of the given name.
     *
     * @param content is copied
     * @throws IllegalArgumentException if the name is empty, or has quotes, slashes or control characters
     */
    public static UploadFile of(String name, byte[] content) {
        boolean sendable = !name.isBlank()
                && name.chars().noneMatch(c -> c == '"' || c == '/' || c == '\\' || Character.isISOControl(c));
        if (!sendable) {
            throw new IllegalArgumentException("this is no name of a file: " + name);
        }
        return new UploadFile(name, content.clone());
    }

    /**
     * A file on disk, read now.
     *
     * @throws IOException if it cannot be read
     */
    public static UploadFile of(Path path) throws IOException {
        return of(String.valueOf(path.getFileName()), Files.readAllBytes(path));
    }

    /** The name, without its folder. */
    public String name() {
        return name;
    }

    /** A copy of what is in it. */
    public byte[] content() {
        return content.clone();
    }

    /** The size in bytes. */
    public long size() {
        return content.length;
    }

    /** The media type by the ending of the name; {@code application/octet-stream} where that says nothing. */
    public String mediaType() {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, UNKNOWN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UploadFile that && name.equals(that.name) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(content);
    }

    /** The name and the size. */
    @Override
    public String toString() {
        return name + " (" + content.length + " bytes)";
    }
}
