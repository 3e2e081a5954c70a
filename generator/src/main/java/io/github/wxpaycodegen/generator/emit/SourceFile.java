package io.github.wxpaycodegen.generator.emit;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A file of a client. Its text is emitted each time that it is read, because the text of a whole client is too large to hold.
 *
 * @param kind the output directory to which it belongs
 * @param path relative to that directory, with forward slashes
 * @param emission emits the text, with {@code \n}; on any thread, and the same each time
 * @param plan computes a digest of everything that the text depends on except the generator; on one thread. Empty for a file that
 *     depends on all specs
 */
public record SourceFile(Kind kind, String path, Supplier<String> emission, Optional<Supplier<String>> plan) {
    /** A file that is emitted in each run. */
    public SourceFile(Kind kind, String path, Supplier<String> emission) {
        this(kind, path, emission, Optional.empty());
    }

    /** The output directories. */
    public enum Kind {
        JAVA,
        RESOURCE
    }

    /** Emits the text. */
    public String content() {
        return emission.get();
    }
}
