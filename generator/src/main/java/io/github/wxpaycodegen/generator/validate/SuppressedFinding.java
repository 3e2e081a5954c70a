package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.Severity;

/**
 * A finding that a spec suppresses.
 *
 * @param severity the severity that it would have
 * @param reason why the spec is right, in its own words
 */
public record SuppressedFinding(Diagnostic diagnostic, Severity severity, String reason) {}
