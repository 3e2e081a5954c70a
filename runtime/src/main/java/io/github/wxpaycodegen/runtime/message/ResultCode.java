package io.github.wxpaycodegen.runtime.message;

import java.util.Map;

/**
 * Result code of v2 ({@code result_code}, 业务结果): shows whether the requested operation was done.
 *
 * <p>Values that WeChat Pay adds later are read as {@link #UNRECOGNIZED}; the message keeps the wire value.
 */
public enum ResultCode implements StringEnum {
    /** 成功. */
    SUCCESS("SUCCESS"),
    /** 失败. */
    FAIL("FAIL"),
    /** A value that this version does not list. It cannot be sent. */
    UNRECOGNIZED("UNRECOGNIZED");

    private static final Map<String, ResultCode> VALUES = EnumValues.byText(values());

    private final String value;

    ResultCode(String value) {
        this.value = value;
    }

    /** Returns the constant with this wire value, or {@link #UNRECOGNIZED}. */
    @JacksonCreator
    public static ResultCode of(String value) {
        return VALUES.getOrDefault(value, UNRECOGNIZED);
    }

    @Override
    public String value() {
        return value;
    }
}
