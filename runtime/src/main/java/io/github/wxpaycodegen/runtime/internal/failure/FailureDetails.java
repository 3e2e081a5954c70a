package io.github.wxpaycodegen.runtime.internal.failure;

import io.github.wxpaycodegen.runtime.call.OperationInfo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the runtime add details of the failed call to the public {@code WxPayException}. The exception class
 * registers its access here when it is initialized, which is before any exception exists.
 */
public final class FailureDetails {
    private static volatile @Nullable Access access;

    private FailureDetails() {}

    /** Setters of the details of an exception. Each keeps the first value. */
    public interface Access {
        /** Sets the operation that was called. */
        void during(RuntimeException exception, OperationInfo operation);

        /** Sets the advice on what to do next. */
        void advise(RuntimeException exception, @Nullable String advice);

        /** Adds a sentence to the message and to the advice. */
        void add(RuntimeException exception, String sentence);

        /** Sets the number of the page that was requested. */
        void onPage(RuntimeException exception, int page);

        /** Sets how the call can be settled. */
        void settledBy(RuntimeException exception, Settling settling);
    }

    /** Registers the access to exceptions, once. */
    public static void open(Access value) {
        if (access != null) {
            throw new IllegalStateException("the access to exceptions is already registered");
        }
        access = value;
    }

    /** Sets the operation whose call ended with an exception, unless one is set. */
    public static void during(RuntimeException exception, OperationInfo operation) {
        access().during(exception, operation);
    }

    /** Sets the advice for an exception, unless one is set. */
    public static void advise(RuntimeException exception, @Nullable String advice) {
        access().advise(exception, advice);
    }

    /** Adds a sentence to the message and to the advice of an exception, unless one was added. */
    public static void add(RuntimeException exception, String sentence) {
        access().add(exception, sentence);
    }

    /** Sets the number of the page whose call ended with an exception, from 1, unless that is set. */
    public static void onPage(RuntimeException exception, int page) {
        access().onPage(exception, page);
    }

    /** Sets how the call that ended with an exception can be settled, unless that is set. */
    public static void settledBy(RuntimeException exception, Settling settling) {
        access().settledBy(exception, settling);
    }

    private static Access access() {
        return Objects.requireNonNull(access);
    }
}
