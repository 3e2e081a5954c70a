package io.github.wxpaycodegen.simulator.internal.values;

/** Thrown if a behavior changes a field in a part that the response does not have. */
public final class ImpossibleChangeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ImpossibleChangeException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
