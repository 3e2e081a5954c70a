package io.github.wxpaycodegen.simulator.internal.values;

/**
 * A rule that a request breaks.
 *
 * @param missing whether a required field is absent
 * @param text the field and the error, never its value
 */
public record Violation(boolean missing, String text) {
    /** Returns the violation of a required field that is absent. */
    public static Violation missing(String field) {
        return new Violation(true, field + " is missing");
    }

    /** Returns the violation of a field; the error is the end of a sentence that starts with the field. */
    public static Violation wrong(String field, String what) {
        return new Violation(false, field + " " + what);
    }
}
