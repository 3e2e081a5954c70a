package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload: its name, its size and the source of its content. Immutable.
 *
 * <p>A file on disk or a {@link Source} is not kept in memory. Its size is checked against the limits of the operation
 * when the request is built. Its content is read once, when the request is sent, by the sending thread. The content
 * that is read is the content that is signed, digested and sent. If it cannot be read, or its size or digest differs
 * from the one given here, nothing is sent, and the call fails with {@link InvalidRequestException}.
 */
public final class UploadFile {
    /** Source of the content of a file. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens a stream of the whole content, which the caller closes.
         *
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    private record KnownDigest(Digest algorithm, String hex) {}

    private final String name;
    private final long size;
    private final Source source;
    /** The basis of equality: the bytes, the path or the source itself. */
    private final Object content;

    private final @Nullable KnownDigest digest;

    private UploadFile(String name, long size, Source source, Object content, @Nullable KnownDigest digest) {
        boolean sendable = !name.isBlank()
                && name.chars().noneMatch(c -> c == '"' || c == '/' || c == '\\' || Character.isISOControl(c));
        if (!sendable) {
            throw new IllegalArgumentException("the file name must not be blank or contain quotes,"
                    + " slashes or control characters (was " + ForeignText.shown(name) + ")");
        }
        if (size < 0) {
            throw new IllegalArgumentException("the size must not be negative (was " + size + ")");
        }
        this.name = name;
        this.size = size;
        this.source = source;
        this.content = content;
        this.digest = digest;
    }

    /**
     * Returns a file in memory.
     *
     * @param name the name of the file
     * @param content the bytes, which are copied
     * @throws IllegalArgumentException if the name is empty, or contains quotes, slashes or control characters
     */
    public static UploadFile of(String name, byte[] content) {
        byte[] bytes = content.clone();
        return new UploadFile(name, bytes.length, () -> new ByteArrayInputStream(bytes), ByteBuffer.wrap(bytes), null);
    }

    /**
     * Returns a file on disk, with its own name. Its size is read now; its content is read when it is sent.
     *
     * @throws UncheckedIOException if there is no such file
     */
    public static UploadFile of(Path path) {
        return of(String.valueOf(path.getFileName()), path);
    }

    /**
     * Returns a file on disk, with another name, for instance one that was stored under a generated name. Its size is
     * read now; its content is read when it is sent.
     *
     * @throws UncheckedIOException if there is no such file
     * @throws IllegalArgumentException if the name is empty, or contains quotes, slashes or control characters
     */
    public static UploadFile of(String name, Path path) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException e) {
            // Unchecked, so that a file can be set within the lambda of a request.
            throw new UncheckedIOException(path + " cannot be read: " + e, e);
        }
        if (!attributes.isRegularFile()) {
            throw new UncheckedIOException(new IOException(path + " is not a regular file"));
        }
        return new UploadFile(name, attributes.size(), () -> Files.newInputStream(path), path, null);
    }

    /**
     * Returns a file whose content comes from a source, which is opened once for each call that sends it.
     *
     * @param size the size in bytes, which the stream must have exactly
     * @throws IllegalArgumentException if the name is empty, or contains quotes, slashes or control characters, or the
     *     size is negative
     */
    public static UploadFile of(String name, long size, Source source) {
        return new UploadFile(name, size, source, source, null);
    }

    /**
     * Returns this file with a known digest. It is sent if the operation requires this algorithm, and compared with the
     * content that is read. So a file whose SM3 is known can be uploaded without a JCA provider that supports SM3; in
     * that case it is not compared.
     *
     * @param hex in upper or lower case, with the length of the algorithm's digests
     * @throws IllegalArgumentException if it is not such a digest
     */
    public UploadFile withDigest(Digest algorithm, String hex) {
        if (!hex.matches("[0-9A-Fa-f]+") || hex.length() != 2 * algorithm.bytes()) {
            throw new IllegalArgumentException("the " + algorithm.algorithm() + " digest must be "
                    + 2 * algorithm.bytes() + " hexadecimal digits (was " + ForeignText.shown(hex) + ")");
        }
        return new UploadFile(name, size, source, content, new KnownDigest(algorithm, hex.toLowerCase(Locale.ROOT)));
    }

    /** Returns the file name, without a folder. */
    public String name() {
        return name;
    }

    /** Returns the size in bytes. */
    public long size() {
        return size;
    }

    /** Returns the media type by the file extension; {@code application/octet-stream} for unknown extensions. */
    public String mediaType() {
        return MediaTypes.of(name);
    }

    /**
     * Opens the content, which the caller closes.
     *
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        return source.open();
    }

    /** Returns the digest that {@link #withDigest} set, in lower-case hex; null if none was set for this algorithm. */
    public @Nullable String knownDigest(Digest algorithm) {
        return digest != null && digest.algorithm == algorithm ? digest.hex : null;
    }

    /** Returns true if the other has the same name, size and digest, and the same bytes, path or source. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UploadFile that
                && name.equals(that.name)
                && size == that.size
                && content.equals(that.content)
                && Objects.equals(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, size, content);
    }

    /** Returns the name and the size. */
    @Override
    public String toString() {
        return ForeignText.shown(name) + " (" + size + " bytes)";
    }
}
