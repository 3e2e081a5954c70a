package io.github.wxpaycodegen.simulator.internal.values;

/** Thrown if a field is set in a part that a message lacks. Tests get its text, but not the exception itself. */
public final class ImpossibleChangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String missing;
    private final String reason;

    /**
     * Creates the exception.
     *
     * @param field its path
     * @param missing the part that contains it
     * @param reason the reason why a response lacks it, as the end of a sentence; empty if it is unknown
     */
    ImpossibleChangeException(String field, String missing, String reason) {
        super("cannot set " + field + " without " + missing);
        this.field = field;
        this.missing = missing;
        this.reason = reason;
    }

    /** Returns the text for the behavior of a request. */
    public String ofResponse() {
        return ofMessage("the response") + reason;
    }

    /** Returns the text for another message: {@code the notification TRANSACTION.SUCCESS}. */
    public String ofMessage(String message) {
        return "cannot set " + field + ": " + message + " has no " + missing;
    }
}
