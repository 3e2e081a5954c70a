package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import org.jspecify.annotations.Nullable;

/** Exception for a message that does not come from the gateway, was changed, or is not fresh. */
public final class VerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong with the message
     */
    public VerificationException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message what is wrong with the message
     * @param cause null for none
     */
    public VerificationException(String message, @Nullable Throwable cause) {
        super(ForeignText.printable(message), ForeignText.cause(cause));
    }
}
