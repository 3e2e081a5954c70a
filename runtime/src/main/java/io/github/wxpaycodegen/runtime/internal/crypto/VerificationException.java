package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import org.jspecify.annotations.Nullable;

/** A message does not come from the gateway, or not as it is, or not now. */
public final class VerificationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the message. */
    public VerificationException(String message) {
        this(message, null);
    }

    /** Says what is wrong with the message. */
    public VerificationException(String message, @Nullable Throwable cause) {
        super(ForeignText.printable(message), ForeignText.cause(cause));
    }
}
