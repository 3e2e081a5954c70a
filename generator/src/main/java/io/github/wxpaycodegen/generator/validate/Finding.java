package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.Severity;

/** An error or a finding with its severity. */
public record Finding(Diagnostic diagnostic, Severity severity) {}
