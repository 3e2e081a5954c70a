package io.github.wxpaycodegen.generator.diagnostic;

/**
 * A place in a spec file.
 *
 * @param file the path relative to the root of the specs, with forward slashes
 * @param line the line, counted from 1
 * @param column the column, counted from 1 in characters (code points)
 * @param length the number of characters, at least 1, to underline on that line
 */
public record SourceSpan(String file, int line, int column, int length) {}
