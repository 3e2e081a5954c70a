package io.github.wxpaycodegen.runtime;

import org.jspecify.annotations.Nullable;

/** The root of all that a call can throw. Its message says what to do next, and holds no secrets. */
public abstract class WxPayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    WxPayException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.outcome = outcome;
    }

    /** Whether the operation took effect; never null. */
    public final Outcome outcome() {
        return outcome;
    }
}
