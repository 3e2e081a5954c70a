package io.github.wxpaycodegen.simulator.internal.values;

/**
 * A rule that a request violates.
 *
 * @param missing true if a required field is missing
 * @param text the field and the error, never its value
 */
public record Violation(boolean missing, String text) {
    /** Returns the violation for a missing required field. */
    public static Violation missing(String field) {
        return new Violation(true, field + " is missing");
    }

    /** Returns the violation of a field; the error is the end of a sentence that starts with the field. */
    public static Violation wrong(String field, String what) {
        return new Violation(false, field + " " + what);
    }
}
