package io.github.wxpaycodegen.simulator.internal.values;

/**
 * A rule that a request breaks.
 *
 * @param missing whether the field is required and not there
 * @param text which field and what about it, never its value
 */
public record Violation(boolean missing, String text) {
    public static Violation missing(String field) {
        return new Violation(true, field + " is missing");
    }

    public static Violation wrong(String field, String what) {
        return new Violation(false, field + " " + what);
    }
}
