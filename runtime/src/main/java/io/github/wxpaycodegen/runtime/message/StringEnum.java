package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An enum whose wire values are texts. Its last constant, {@code UNRECOGNIZED}, represents every value that is newer
 * than the enum. Messages keep the text of such a value, and generated code does not send the constant.
 *
 * <p>Do not implement it: methods are added without notice.
 */
public interface StringEnum {
    /** Returns the wire value; for {@code UNRECOGNIZED} its name. Never null. */
    @JsonValue
    String value();
}
