package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/** Something that the call needs is not configured, or is configured wrongly; nothing was sent. */
public final class ConfigurationException extends WxPayException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and how to configure it. */
    public ConfigurationException(String message) {
        this(message, null);
    }

    /** Says what is wrong and how to configure it. */
    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(Outcome.NOT_SENT, message, cause);
    }
}
