package io.github.wxpaycodegen.runtime.message;

/** A value of an enum whose wire form is a whole number; the ones not known yet are kept as they came. */
public interface IntegerEnum {
    /** The wire value. */
    long value();
}
