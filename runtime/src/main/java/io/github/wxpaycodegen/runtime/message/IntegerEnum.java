package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value of an enum whose wire form is a whole number; the ones not known yet are kept as they came. Generated enums
 * extend it.
 */
public abstract class IntegerEnum {
    private final long value;

    /** Keeps the wire value. */
    protected IntegerEnum(long value) {
        this.value = value;
    }

    /** Returns the wire value. */
    @JsonValue
    public final long value() {
        return value;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof IntegerEnum that && getClass() == that.getClass() && value == that.value;
    }

    @Override
    public final int hashCode() {
        return Long.hashCode(value);
    }

    /** The wire value. */
    @Override
    public final String toString() {
        return Long.toString(value);
    }
}
