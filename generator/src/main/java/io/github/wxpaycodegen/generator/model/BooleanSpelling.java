package io.github.wxpaycodegen.generator.model;

/** How a boolean is spelt in text. */
public record BooleanSpelling(String trueText, String falseText) {}
