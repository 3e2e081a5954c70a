package io.github.wxpaycodegen.runtime.internal.async;

import io.github.wxpaycodegen.runtime.call.OperationInfo;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Futures whose cancellation reaches what they wait for. */
public final class Futures {
    private Futures() {}

    /** A future of the mapped value; an exception of the mapping fails it, and cancelling it cancels the source. */
    public static <A, B> CompletableFuture<B> map(CompletableFuture<A> source, Function<A, B> mapping) {
        CompletableFuture<B> result = new CompletableFuture<>();
        source.whenComplete((value, failure) -> {
            if (failure != null) {
                result.completeExceptionally(unwrap(failure));
            } else {
                try {
                    result.complete(mapping.apply(value));
                } catch (RuntimeException | Error e) {
                    result.completeExceptionally(e);
                }
            }
        });
        cancelWith(result, source);
        return result;
    }

    /** A future of what the step answers; an exception of the step fails it, and cancelling it cancels what is awaited. */
    public static <A, B> CompletableFuture<B> compose(
            CompletableFuture<A> source, Function<A, CompletableFuture<B>> step) {
        return compose(source, step, Runnable::run);
    }

    /**
     * Same as {@link #compose(CompletableFuture, Function)}; the step may block, so it keeps off the transport's threads, and
     * takes none away from the common pool.
     */
    public static <A, B> CompletableFuture<B> composeBlocking(
            CompletableFuture<A> source, Function<A, CompletableFuture<B>> step) {
        return compose(source, value -> Blocking.run(() -> step.apply(value)), source.defaultExecutor());
    }

    /** A step that blocks, told to the common pool, which has another thread for it then. */
    private static final class Blocking<B> implements ForkJoinPool.ManagedBlocker {
        private final Supplier<CompletableFuture<B>> step;
        private CompletableFuture<B> next = new CompletableFuture<>();

        private Blocking(Supplier<CompletableFuture<B>> step) {
            this.step = step;
        }

        static <B> CompletableFuture<B> run(Supplier<CompletableFuture<B>> step) {
            Blocking<B> blocking = new Blocking<>(step);
            try {
                ForkJoinPool.managedBlock(blocking);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return CompletableFuture.failedFuture(e);
            }
            return blocking.next;
        }

        @Override
        public boolean block() {
            next = step.get();
            return true;
        }

        @Override
        public boolean isReleasable() {
            return false;
        }
    }

    private static <A, B> CompletableFuture<B> compose(
            CompletableFuture<A> source, Function<A, CompletableFuture<B>> step, Executor executor) {
        CompletableFuture<B> result = new CompletableFuture<>();
        cancelWith(result, source);
        // Not whenCompleteAsync, whose thread would take over a part of a cancellation, which is not done then when it
        // returns.
        source.whenComplete((value, failure) -> {
            if (failure == null) {
                executor.execute(() -> follow(result, value, step));
            } else if (!result.isDone()) {
                executor.execute(() -> result.completeExceptionally(unwrap(failure)));
            }
        });
        return result;
    }

    private static <A, B> void follow(CompletableFuture<B> result, A value, Function<A, CompletableFuture<B>> step) {
        try {
            CompletableFuture<B> next = step.apply(value);
            cancelWith(result, next);
            next.whenComplete((mapped, failure) -> {
                if (failure == null) {
                    result.complete(mapped);
                } else {
                    result.completeExceptionally(unwrap(failure));
                }
            });
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** The same future, which fails in these words, and cancels what it waits for, when the time is over. */
    public static <A> CompletableFuture<A> within(
            CompletableFuture<A> source, Duration time, Function<Throwable, Throwable> words) {
        CompletableFuture<A> timed = map(source, value -> value).orTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<A> result = new CompletableFuture<>();
        cancelWith(result, timed);
        timed.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                Throwable cause = unwrap(failure);
                source.cancel(true);
                result.completeExceptionally(cause instanceof TimeoutException ? words.apply(cause) : cause);
            }
        });
        return result;
    }

    /** The same future, whose failure is put in other words. */
    public static <A> CompletableFuture<A> recover(CompletableFuture<A> source, Function<Throwable, Throwable> words) {
        CompletableFuture<A> result = new CompletableFuture<>();
        cancelWith(result, source);
        source.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                Throwable cause = unwrap(failure);
                result.completeExceptionally(cause instanceof CancellationException ? cause : words.apply(cause));
            }
        });
        return result;
    }

    /** The same future, which ends once the action has run; it may run twice. */
    public static <A> CompletableFuture<A> closing(CompletableFuture<A> source, Runnable action) {
        CompletableFuture<A> result = new CompletableFuture<>();
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                source.cancel(true);
                action.run();
            }
        });
        source.whenComplete((value, failure) -> {
            action.run();
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(unwrap(failure));
            }
        });
        return result;
    }

    /** Cancels the source once the result is cancelled. */
    public static void cancelWith(CompletableFuture<?> result, CompletableFuture<?> source) {
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                source.cancel(true);
            }
        });
    }

    /**
     * The same future for callers, whose own steps may block, even until another call ends: they run neither on a thread of
     * the transport nor on the one timer of the JVM, without which no call would ever be late.
     */
    public static <A> CompletableFuture<A> handOff(CompletableFuture<A> source) {
        if (source.isDone()) {
            return source;
        }
        CompletableFuture<A> result = new CompletableFuture<>();
        cancelWith(result, source);
        source.whenComplete((value, failure) -> {
            if (!result.isDone()) {
                result.defaultExecutor().execute(() -> {
                    if (failure == null) {
                        result.complete(value);
                    } else {
                        result.completeExceptionally(unwrap(failure));
                    }
                });
            }
        });
        return result;
    }

    /**
     * Waits; an interrupt cancels the future and leaves the outcome unknown.
     *
     * @param advice what to do next if the outcome is unknown, a whole sentence
     */
    public static <T> T await(CompletableFuture<T> future, OperationInfo operation, Supplier<String> advice) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw unknown(operation, "the thread was interrupted while it waited for the response", advice.get(), e);
        } catch (ExecutionException e) {
            Throwable cause = unwrap(e.getCause());
            // Filled in on an I/O thread: what helps is who called.
            if (cause instanceof WxPayException known) {
                known.addSuppressed(new CallSite());
                throw known;
            }
            throw unknown(operation, ForeignText.sentence(cause.toString()), advice.get(), cause);
        }
    }

    private static TransportException unknown(OperationInfo operation, String what, String advice, Throwable cause) {
        String message = operation.id() + ": " + what + (what.endsWith(".") ? " " : ". ") + advice;
        TransportException e = new TransportException(Outcome.UNKNOWN, message, cause);
        FailureDetails.during(e, operation);
        FailureDetails.advise(e, advice);
        return e;
    }

    /** Returns the failure itself, without the {@link CompletionException} around it. */
    public static Throwable unwrap(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == null ? new IllegalStateException("failed without a cause") : cause;
    }

    /** The stack of the caller of a blocking call. */
    private static final class CallSite extends Exception {
        private static final long serialVersionUID = 1L;

        private CallSite() {
            super("called from here");
        }
    }
}
