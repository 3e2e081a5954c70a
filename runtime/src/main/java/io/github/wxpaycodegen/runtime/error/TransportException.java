package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/** Exception for a failed connection or transfer, or a timeout. */
public final class TransportException extends WxPayException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param outcome {@link Outcome#NOT_SENT} only if it is certain that no byte of the request was sent
     * @param message what is wrong, and what to do next
     * @param cause null for none
     * @throws IllegalArgumentException for {@link Outcome#REJECTED}, which only a {@link GatewayException} can have
     */
    public TransportException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(requirePossible(outcome), message, cause);
    }

    private static Outcome requirePossible(Outcome outcome) {
        if (outcome == Outcome.REJECTED) {
            throw new IllegalArgumentException("the outcome must be NOT_SENT or UNKNOWN (was REJECTED)");
        }
        return outcome;
    }

    /**
     * Returns a builder, for testing code that handles this exception.
     *
     * @throws IllegalArgumentException for {@link Outcome#REJECTED}, which only a {@link GatewayException} can have
     */
    public static Builder builder(Outcome outcome) {
        return new Builder(outcome);
    }

    /** Builder for testing code that handles this exception. */
    public static final class Builder extends ExceptionBuilder<Builder> {
        private Builder(Outcome outcome) {
            super(requirePossible(outcome));
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
        public TransportException build() {
            String usual = outcome() == Outcome.NOT_SENT ? "no connection" : "no complete response in time";
            return complete(new TransportException(outcome(), messageOr(usual), cause()));
        }
    }
}
