package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Severity;

/**
 * A part of a report in text.
 *
 * @param severity that of its finding; of the numbers at the end, the gravest that they count
 * @param text lines, each with a line feed at the end
 */
public record Paragraph(Severity severity, String text) {}
