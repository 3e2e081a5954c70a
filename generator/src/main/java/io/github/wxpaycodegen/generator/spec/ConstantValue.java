package io.github.wxpaycodegen.generator.spec;

/** The one value of a constant field: text, or a whole number. */
public sealed interface ConstantValue {
    /** A constant text. */
    record Text(String value) implements ConstantValue {}

    /** A constant whole number. */
    record Integer(long value) implements ConstantValue {}
}
