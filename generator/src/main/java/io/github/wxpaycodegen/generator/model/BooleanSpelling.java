package io.github.wxpaycodegen.generator.model;

/** Spelling of a boolean in text. */
public record BooleanSpelling(String trueText, String falseText) {}
