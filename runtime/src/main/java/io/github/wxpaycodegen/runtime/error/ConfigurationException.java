package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/** Exception for a missing or invalid setting; nothing was sent. */
public final class ConfigurationException extends WxPayException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong, and how to configure it
     */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message what is wrong, and how to configure it
     * @param cause null for none
     */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(Outcome.NOT_SENT, message, cause);
    }
}
