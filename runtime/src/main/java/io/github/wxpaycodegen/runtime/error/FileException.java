package io.github.wxpaycodegen.runtime.error;

/**
 * Exception for a file that could not be obtained or stored: the target exists, the disk is full, or the gateway did
 * not prepare the file. The target is unchanged.
 */
public final class FileException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private FileException(Builder builder) {
        super(builder.outcome(), builder.messageOr("the file could not be obtained"), builder.cause());
    }

    /** Returns a builder, for testing code that handles this exception. */
    public static Builder builder(Outcome outcome) {
        return new Builder(outcome);
    }

    /** Builder for testing code that handles this exception. */
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
         * @throws IllegalStateException if a result of {@code settle()} was set but the outcome is known
         */
        public FileException build() {
            return complete(new FileException(this));
        }
    }
}
