package io.github.wxpaycodegen.runtime.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Exception for a request that breaks the rules of its spec; nothing was sent.
 *
 * <p>{@link #operation()} is null if the request was not built for an operation yet: {@code build()} of a builder throws it,
 * or a method that takes a value for a segment of the path.
 */
public final class InvalidRequestException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> problems;

    private InvalidRequestException(Builder builder, List<String> lines) {
        super(Outcome.NOT_SENT, lines, builder.cause());
        this.problems = new ArrayList<>(builder.problems);
    }

    /**
     * Returns a builder, for testing code that handles this exception; the outcome is {@link Outcome#NOT_SENT}.
     *
     * @param request the name of the request: {@code RefundsRequest}
     */
    public static Builder builder(String request) {
        return new Builder(request);
    }

    /** Returns the problems, one line each, beginning with the wire name of the field. Unmodifiable. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Builder for testing code that handles this exception. The message lists the problems below its first line. */
    public static final class Builder extends ExceptionBuilder<Builder> {
        private final String request;
        private final List<String> problems = new ArrayList<>();

        private Builder(String request) {
            super(Outcome.NOT_SENT);
            this.request = Objects.requireNonNull(request, "request");
        }

        @Override
        Builder self() {
            return this;
        }

        /** Adds a problem, one line that begins with the wire name of the field. */
        public Builder problem(String value) {
            problems.add(Objects.requireNonNull(value, "problem"));
            return this;
        }

        /** Adds problems, one line each. */
        public Builder problems(Collection<String> values) {
            values.forEach(this::problem);
            return this;
        }

        /**
         * Builds the exception.
         *
         * @throws IllegalStateException if it has no problem, or if a result of {@code settle()} was set, because nothing
         *     was sent
         */
        public InvalidRequestException build() {
            if (problems.isEmpty()) {
                throw new IllegalStateException(request + " must have a problem (had none): call problem(...) first");
            }
            return complete(new InvalidRequestException(this, lines()));
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add(messageOr(request + " cannot be sent:"));
            problems.forEach(problem -> lines.add("  - " + problem));
            return lines;
        }
    }
}
