package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A spec file. */
public final class SpecFile {
    private final String path;
    private final Supplier<byte[]> content;
    private final Optional<CompiledSpec> compiled;
    private final Optional<SpecFile> replaced;

    /**
     * Creates a file.
     *
     * @param path relative to the root of the specs, with forward slashes: {@code v2/wxv/cancelbill.yaml}
     * @param content the bytes of the file, which should be UTF-8
     */
    public SpecFile(String path, byte[] content) {
        this(path, () -> content, Optional.empty(), Optional.empty());
    }

    private SpecFile(
            String path, Supplier<byte[]> content, Optional<CompiledSpec> compiled, Optional<SpecFile> replaced) {
        this.path = path;
        this.content = content;
        this.compiled = compiled;
        this.replaced = replaced;
    }

    /**
     * Returns a file that need not be parsed.
     *
     * @param content reads the bytes, which few uses of a file need
     */
    static SpecFile compiled(CompiledSpec compiled, Supplier<byte[]> content) {
        return new SpecFile(compiled.path(), content, Optional.of(compiled), Optional.empty());
    }

    /** Returns this file, which takes the place of another one. */
    SpecFile replacing(SpecFile other) {
        // The file that was there first counts, however often it is replaced.
        return new SpecFile(path, content, compiled, Optional.of(other.replaced.orElse(other)));
    }

    /** Returns the path relative to the root of the specs, with forward slashes: {@code v2/wxv/cancelbill.yaml}. */
    public String path() {
        return path;
    }

    /**
     * Returns the bytes of the file, which should be UTF-8.
     *
     * @throws java.io.UncheckedIOException if the file is in a jar and can no longer be read
     */
    public byte[] content() {
        return content.get();
    }

    /** Returns the lines, for display. */
    public List<String> lines() {
        return new String(content(), StandardCharsets.UTF_8).lines().toList();
    }

    /** Returns the SHA-256 digest of the content, in hex. */
    public String digest() {
        return compiled.map(CompiledSpec::digest).orElseGet(() -> Sha256.hex(content()));
    }

    /** Returns true if the file has been compiled, so that it need not be parsed. */
    public boolean isCompiled() {
        return compiled.isPresent();
    }

    /** Returns the file in whose place this one is: the bundled one, if this is a file of a project. */
    public Optional<SpecFile> replaced() {
        return replaced;
    }

    /** Returns the result of an earlier parsing of the same bytes. */
    Optional<CompiledSpec> compiled() {
        return compiled;
    }

    @Override
    public String toString() {
        return path;
    }
}
