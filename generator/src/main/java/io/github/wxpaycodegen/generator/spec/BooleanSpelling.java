package io.github.wxpaycodegen.generator.spec;

/** How a boolean is spelt in text. */
public record BooleanSpelling(String trueText, String falseText) {}
