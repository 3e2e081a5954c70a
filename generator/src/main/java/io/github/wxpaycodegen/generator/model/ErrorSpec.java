package io.github.wxpaycodegen.generator.model;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An error code of an operation, or one that all operations of a protocol share.
 *
 * @param code the code in the response
 * @param status the HTTP status of the response, in v3
 * @param title its meaning
 * @param advice what the caller should do
 * @param uncertain true if the outcome is unknown after it
 */
public record ErrorSpec(
        SourceSpan span,
        String code,
        OptionalInt status,
        Optional<String> title,
        Optional<String> advice,
        boolean uncertain) {}
