package io.github.wxpaycodegen.generator.emit;

/**
 * A file that was emitted.
 *
 * @param kind which of the output directories it belongs to
 * @param path relative to that directory, with forward slashes
 * @param content its text, with {@code \n}
 */
public record SourceFile(Kind kind, String path, String content) {
    /** The output directories. */
    public enum Kind {
        JAVA,
        RESOURCE
    }
}
