package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * Exception for a setting of a client, or an option of a call, that is missing or invalid: null, blank, out of range,
 * malformed or unusable. The message names it. Nothing was sent.
 *
 * <p>Other arguments are no settings. If they are invalid, methods throw {@link IllegalArgumentException}, or {@link
 * NullPointerException} for null.
 */
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
