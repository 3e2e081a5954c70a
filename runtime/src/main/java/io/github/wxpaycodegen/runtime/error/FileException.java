package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A file cannot be had, or cannot be kept: the target exists, the disk is full, the gateway did not prepare the file. The
 * target is as it was before.
 */
public final class FileException extends WxPayException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param outcome whether the operation took effect
     * @param message what is wrong, and what to do next
     */
    public FileException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(outcome, message, cause);
    }
}
