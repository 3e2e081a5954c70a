package io.github.wxpaycodegen.generator.emit;

/**
 * An emitted file.
 *
 * @param kind the output directory to which it belongs
 * @param path relative to that directory, with forward slashes
 * @param content its text, with {@code \n} as line ends
 */
public record SourceFile(Kind kind, String path, String content) {
    /** The output directories. */
    public enum Kind {
        JAVA,
        RESOURCE
    }
}
