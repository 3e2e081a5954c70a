package io.github.wxpaycodegen.importer.internal.fact;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;

/**
 * The value of a fact, and its place.
 *
 * @param value as YAML of one line
 * @param place the key of the field, operation or shared type that declares it
 */
public record Fact(String value, SourceSpan place) {}
