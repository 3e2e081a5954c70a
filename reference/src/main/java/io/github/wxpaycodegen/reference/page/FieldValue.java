package io.github.wxpaycodegen.reference.page;

/**
 * A known value of a field.
 *
 * @param title its meaning; empty if the spec has none
 * @param deprecated why it should no longer be used; empty if it should
 */
public record FieldValue(String value, String title, String deprecated) {}
