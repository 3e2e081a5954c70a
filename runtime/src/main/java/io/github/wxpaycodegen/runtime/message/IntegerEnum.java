package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An enum whose wire values are whole numbers. Its last constant, {@code UNRECOGNIZED}, represents every value that is
 * newer than the enum. Messages keep the number of such a value, and generated code does not send the constant.
 *
 * <p>Do not implement it: methods are added without notice.
 */
public interface IntegerEnum {
    /** Returns the wire value; {@link Long#MIN_VALUE} for {@code UNRECOGNIZED}. */
    @JsonValue
    long value();
}
