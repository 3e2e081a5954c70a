package io.github.wxpaycodegen.generator.model;

/** A value that a spec gives a field: a text or a whole number. */
public sealed interface ConstantValue {
    /** Returns the value as written in a spec. */
    String text();

    /** A text. */
    record Text(String value) implements ConstantValue {
        @Override
        public String text() {
            return value;
        }
    }

    /** A whole number. */
    record Integer(long value) implements ConstantValue {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }
}
