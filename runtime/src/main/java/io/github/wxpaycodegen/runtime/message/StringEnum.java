package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An enum whose wire form is text. Its last constant, {@code UNRECOGNIZED}, stands for every value that is newer than the
 * enum; messages keep the text of such a value, and generated code refuses to send the constant.
 */
public interface StringEnum {
    /** Returns the wire value; of {@code UNRECOGNIZED} its name. Never null. */
    @JsonValue
    String value();
}
