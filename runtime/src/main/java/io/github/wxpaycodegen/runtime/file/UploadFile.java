package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload: its name, its size and where its content comes from. Immutable.
 *
 * <p>A file on disk or behind a {@link Source} is not held. Its size is checked against the limits of the operation when the
 * request is built; its content is read when the request is sent, once, by the thread that sends. What is signed, digested
 * and sent is what was read then: a content of another size or digest than it was given here is not sent, and the call
 * fails with {@link InvalidRequestException}, as it does where it cannot be read.
 */
public final class UploadFile {
    /** Opens the content of a file from its beginning. */
    @FunctionalInterface
    public interface Source {
        /**
         * A stream of the whole content; who asks closes it.
         *
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    private record KnownDigest(Digest algorithm, String hex) {}

    private final String name;
    private final long size;
    private final Source source;
    /** What makes two files equal: the bytes, the path or the source itself. */
    private final Object content;

    private final @Nullable KnownDigest digest;

    private UploadFile(String name, long size, Source source, Object content, @Nullable KnownDigest digest) {
        boolean sendable = !name.isBlank()
                && name.chars().noneMatch(c -> c == '"' || c == '/' || c == '\\' || Character.isISOControl(c));
        if (!sendable) {
            throw new IllegalArgumentException("this is no name of a file: " + ForeignText.shown(name));
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size is not negative: " + size);
        }
        this.name = name;
        this.size = size;
        this.source = source;
        this.content = content;
        this.digest = digest;
    }

    /**
     * A file of the given name.
     *
     * @param content is copied
     * @throws IllegalArgumentException if the name is empty, or has quotes, slashes or control characters
     */
    public static UploadFile of(String name, byte[] content) {
        byte[] bytes = content.clone();
        return new UploadFile(name, bytes.length, () -> new ByteArrayInputStream(bytes), ByteBuffer.wrap(bytes), null);
    }

    /**
     * A file on disk, under its own name. Its size is taken now, its content is read when it is sent.
     *
     * @throws IOException if there is no such file
     */
    public static UploadFile of(Path path) throws IOException {
        return of(String.valueOf(path.getFileName()), path);
    }

    /**
     * A file on disk, under another name: of one that was stored under a name of its own, say. Its size is taken now, its
     * content is read when it is sent.
     *
     * @throws IOException if there is no such file
     * @throws IllegalArgumentException if the name is empty, or has quotes, slashes or control characters
     */
    public static UploadFile of(String name, Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new IOException("this is no file: " + path);
        }
        return new UploadFile(name, attributes.size(), () -> Files.newInputStream(path), path, null);
    }

    /**
     * A file that a stream brings, opened once for each call that sends it.
     *
     * @param size in bytes; the stream must have as many
     * @throws IllegalArgumentException if the name is empty, or has quotes, slashes or control characters, or the size is
     *     negative
     */
    public static UploadFile of(String name, long size, Source source) {
        return new UploadFile(name, size, source, source, null);
    }

    /**
     * The same file with a digest that is known. It is sent where the operation asks for this algorithm, and what is read is
     * compared with it. So a file whose SM3 is known can be uploaded without a JCA provider that has SM3; then it is not
     * compared.
     *
     * @param hex of the length that the algorithm gives, in either case
     * @throws IllegalArgumentException if it is not such a digest
     */
    public UploadFile withDigest(Digest algorithm, String hex) {
        if (!hex.matches("[0-9A-Fa-f]+") || hex.length() != 2 * algorithm.bytes()) {
            throw new IllegalArgumentException(
                    "this is no " + algorithm.algorithm() + " in hex: " + ForeignText.shown(hex));
        }
        return new UploadFile(name, size, source, content, new KnownDigest(algorithm, hex.toLowerCase(Locale.ROOT)));
    }

    /** The name, without its folder. */
    public String name() {
        return name;
    }

    /** The size in bytes. */
    public long size() {
        return size;
    }

    /** The media type by the ending of the name; {@code application/octet-stream} where that says nothing. */
    public String mediaType() {
        return MediaTypes.of(name);
    }

    /**
     * Opens the content; who asks closes it.
     *
     * @throws IOException if it cannot be opened
     */
    public InputStream open() throws IOException {
        return source.open();
    }

    /** The digest that {@link #withDigest} gave, in lower-case hex; null if it gave none of this algorithm. */
    public @Nullable String knownDigest(Digest algorithm) {
        return digest != null && digest.algorithm == algorithm ? digest.hex : null;
    }

    /** Whether the other has the same name, size and digest, and the same bytes, the same path or the same source. */
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

    /** The name and the size. */
    @Override
    public String toString() {
        return ForeignText.shown(name) + " (" + size + " bytes)";
    }
}
