package io.github.wxpaycodegen.runtime.message;

/** A value of an enum whose wire form is text; the ones not known yet are kept as they came. */
public interface StringEnum {
    /** The wire value. */
    String value();
}
