package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.Optional;

/**
 * A known value of an enum.
 *
 * @param value the wire value; in decimal for an enum of integers
 */
public record EnumValue(
        SourceSpan span,
        String value,
        Optional<String> title,
        Optional<String> deprecated,
        Optional<String> javaName) {}
