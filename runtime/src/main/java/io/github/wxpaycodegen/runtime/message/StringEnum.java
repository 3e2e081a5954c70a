package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A value of an enum whose wire form is text; the ones not known yet are kept as they came. Generated enums extend it. */
public abstract class StringEnum {
    private final String value;

    /** Keeps the wire value. */
    protected StringEnum(String value) {
        this.value = value;
    }

    /** Returns the wire value. */
    @JsonValue
    public final String value() {
        return value;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof StringEnum that && getClass() == that.getClass() && value.equals(that.value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** The wire value. */
    @Override
    public final String toString() {
        return value;
    }
}
