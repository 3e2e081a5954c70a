package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An enum whose wire form is a whole number. Its last constant, {@code UNRECOGNIZED}, stands for every value that is newer
 * than the enum; messages keep the number of such a value, and generated code refuses to send the constant.
 */
public interface IntegerEnum {
    /** Returns the wire value; of {@code UNRECOGNIZED} {@link Long#MIN_VALUE}. */
    @JsonValue
    long value();
}
