package io.github.wxpaycodegen.runtime.internal.failure;

import io.github.wxpaycodegen.runtime.call.OperationInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the runtime alone add to the public {@code WxPayException} what the failed call knows. The class of the exceptions
 * opens itself to this one when it is initialized, which it is before there is an exception.
 */
public final class FailureDetails {
    private static volatile @Nullable Access access;

    private FailureDetails() {}

    /** The parts of an exception that its call sets. Each keeps its first value. */
    public interface Access {
        /** Keeps the operation that was called. */
        void during(RuntimeException exception, OperationInfo operation);

        /** Keeps what to do next. */
        void advise(RuntimeException exception, @Nullable String advice);

        /** Keeps the number of the page that was called. */
        void onPage(RuntimeException exception, int page);

        /** Keeps what settles the call. */
        void settledBy(RuntimeException exception, Settling settling);
    }

    /** Opens the exceptions, once. */
    public static void open(Access value) {
        if (access != null) {
            throw new IllegalStateException("the exceptions are open already");
        }
        access = value;
    }

    /** Keeps the operation whose call ended with an exception, unless that is known already. */
    public static void during(RuntimeException exception, OperationInfo operation) {
        access().during(exception, operation);
    }

    /** Keeps what to do after an exception, unless that is known already. */
    public static void advise(RuntimeException exception, @Nullable String advice) {
        access().advise(exception, advice);
    }

    /** Keeps the number of the page whose call ended with an exception, from 1, unless that is known already. */
    public static void onPage(RuntimeException exception, int page) {
        access().onPage(exception, page);
    }

    /** Keeps what settles the call that ended with an exception, unless that is known already. */
    public static void settledBy(RuntimeException exception, Settling settling) {
        access().settledBy(exception, settling);
    }

    private static Access access() {
        return Objects.requireNonNull(access);
    }
}
