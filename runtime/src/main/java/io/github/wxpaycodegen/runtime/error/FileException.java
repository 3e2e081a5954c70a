package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * Exception for a file that could not be obtained or stored: the target exists, the disk is full, the gateway did not prepare the file. The
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

    /** Returns a builder of an exception to test handlers with. */
    public static Builder builder(Outcome outcome) {
        return new Builder(outcome);
    }

    /** Builds an exception to test handlers with. */
    public static final class Builder extends ExceptionBuilder<Builder> {
        private Builder(Outcome outcome) {
            super(outcome);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Builds the exception.
         *
         * @throws IllegalStateException if it has a result of {@code settle()} and its outcome is known
         */
        public FileException build() {
            return complete(new FileException(outcome(), messageOr("the file could not be obtained"), cause()));
        }
    }
}
