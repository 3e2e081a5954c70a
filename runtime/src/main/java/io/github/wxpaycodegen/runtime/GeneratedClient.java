package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a generated client that the runtime needs. Generated code creates it. Immutable.
 *
 * <p>A client works with the runtime of its generator's version and with every later one of the same major version. Its
 * level tells a runtime that is older, and that would otherwise fail at the first call of a method that it lacks.
 */
public final class GeneratedClient {
    /**
     * The newest level of generated code that this runtime supports. The level rises whenever generated code begins to use
     * something that older runtimes do not have.
     */
    static final int NEWEST_LEVEL = 1;

    /** A client without operations of its own. */
    static final GeneratedClient NONE = ofLevel(NEWEST_LEVEL).build();

    private final int level;
    private final ErrorAdvice advice;

    private GeneratedClient(Builder builder) {
        this.level = builder.level;
        this.advice = new ErrorAdvice(builder.v2, builder.v3);
    }

    /** Returns a builder of the facts of a client whose code has this level. */
    public static Builder ofLevel(int level) {
        return new Builder(level);
    }

    /**
     * Returns the advice about error codes.
     *
     * @throws ConfigurationException if the client was generated for a newer runtime
     */
    ErrorAdvice advice() {
        if (level > NEWEST_LEVEL) {
            throw new ConfigurationException("the client was generated for a newer wxpay-runtime (level " + level
                    + ", this one has " + NEWEST_LEVEL
                    + "): use the version of wxpay-runtime that generated it, or a later one."
                    + " wxpay-bom keeps them equal");
        }
        return advice;
    }

    /** Builder of {@link GeneratedClient}. Not thread-safe. */
    public static final class Builder {
        private final int level;
        private Function<String, @Nullable String> v2 = code -> null;
        private Function<String, @Nullable String> v3 = code -> null;

        private Builder(int level) {
            this.level = level;
        }

        /** Sets the advice about error codes that operations of v2 share; the function returns null for an unknown code. */
        public Builder v2Advice(Function<String, @Nullable String> value) {
            v2 = Objects.requireNonNull(value, "v2Advice");
            return this;
        }

        /** Sets the advice about error codes that operations of v3 share; the function returns null for an unknown code. */
        public Builder v3Advice(Function<String, @Nullable String> value) {
            v3 = Objects.requireNonNull(value, "v3Advice");
            return this;
        }

        /** Returns the facts. */
        public GeneratedClient build() {
            return new GeneratedClient(this);
        }
    }
}
