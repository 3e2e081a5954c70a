package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/** Connecting, sending or receiving failed, or took longer than the call may. */
public final class TransportException extends WxPayException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception with the failure of a call.
     *
     * @param outcome {@link Outcome#NOT_SENT} only where it is certain that no byte of the request has left
     */
    public TransportException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(outcome, message, cause);
    }

    /**
     * Returns a builder of an exception to test handlers with.
     *
     * @throws IllegalArgumentException for {@link Outcome#REJECTED}, which a {@link GatewayException} has
     */
    public static Builder builder(Outcome outcome) {
        return new Builder(outcome);
    }

    /** Builds an exception to test handlers with. */
    public static final class Builder extends ExceptionBuilder<Builder> {
        private Builder(Outcome outcome) {
            super(outcome);
            if (outcome == Outcome.REJECTED) {
                throw new IllegalArgumentException("the outcome must be NOT_SENT or UNKNOWN (was REJECTED)");
            }
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
        public TransportException build() {
            String usual = outcome() == Outcome.NOT_SENT ? "no connection" : "no complete response in time";
            return complete(new TransportException(outcome(), messageOr(usual), cause()));
        }
    }
}
