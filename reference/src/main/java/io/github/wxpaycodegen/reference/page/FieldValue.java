package io.github.wxpaycodegen.reference.page;

import io.github.wxpaycodegen.reference.text.Text;

/**
 * A known value of a field.
 *
 * @param title its meaning; empty if the spec has none
 * @param java the name of its constant in the client; empty if that is the value itself
 * @param deprecated why it should no longer be used; empty if it should
 */
public record FieldValue(String value, String title, String java, Text deprecated) {
    /** Returns this value without the name of its constant. */
    public FieldValue withoutConstant() {
        return new FieldValue(value, title, "", deprecated);
    }
}
