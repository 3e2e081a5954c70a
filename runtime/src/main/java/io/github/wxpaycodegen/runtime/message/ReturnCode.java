package io.github.wxpaycodegen.runtime.message;

import java.util.Map;

/**
 * Return code of v2 ({@code return_code}, 返回状态码): shows whether the gateway accepted the call. A FAIL is not signed.
 *
 * <p>Values that WeChat Pay adds later are read as {@link #UNRECOGNIZED}; the message keeps the wire value.
 */
public enum ReturnCode implements StringEnum {
    /** 通信成功. */
    SUCCESS("SUCCESS"),
    /** 通信失败. */
    FAIL("FAIL"),
    /** A value that this version does not list. It cannot be sent. */
    UNRECOGNIZED("UNRECOGNIZED");

    private static final Map<String, ReturnCode> VALUES = EnumValues.byText(values());

    private final String value;

    ReturnCode(String value) {
        this.value = value;
    }

    /** Returns the constant with this wire value, or {@link #UNRECOGNIZED}. */
    @JacksonCreator
    public static ReturnCode of(String value) {
        return VALUES.getOrDefault(value, UNRECOGNIZED);
    }

    @Override
    public String value() {
        return value;
    }
}
