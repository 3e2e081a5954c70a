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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operations on futures that pass a cancellation on to the futures they depend on. */
public final class Futures {
    private Futures() {}

    /**
     * Returns a future of the mapped value. An exception of the mapping fails it, and canceling it cancels the source.
     */
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

    /**
     * Returns a future of the step's result. An exception of the step fails it, and canceling it cancels the future
     * that is awaited.
     */
    public static <A, B> CompletableFuture<B> compose(
            CompletableFuture<A> source, Function<A, CompletableFuture<B>> step) {
        return compose(source, step, Runnable::run);
    }

    /**
     * Same as {@link #compose(CompletableFuture, Function)} for a step that may block. It runs neither on the
     * transport's threads nor at the expense of the common pool's parallelism.
     */
    public static <A, B> CompletableFuture<B> composeBlocking(
            CompletableFuture<A> source, Function<A, CompletableFuture<B>> step) {
        return compose(source, value -> Blocking.run(() -> step.apply(value)), Continuations.executor());
    }

    /** A blocking step. The common pool compensates for it with another thread. */
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
        // Not whenCompleteAsync: its thread could take over a part of a cancellation, which would then be incomplete
        // when it returns.
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

    /**
     * Returns a future that fails when the time is over, with the translated exception, and then cancels the source.
     */
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

    /** Returns a future whose failure is translated to another exception. */
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

    /**
     * Returns a future that ends only after both actions have run, unless it is canceled. Both may run twice.
     *
     * @param end runs at once, and does not block
     * @param cleanUp may block. It runs on another thread, because calls are canceled by the JVM's only timer thread too,
     *     without which no deadline would be noticed
     */
    public static <A> CompletableFuture<A> closing(CompletableFuture<A> source, Runnable end, Runnable cleanUp) {
        CompletableFuture<A> result = new CompletableFuture<>();
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                end.run();
                source.cancel(true);
                Continuations.executor().execute(() -> runBlocking(cleanUp));
            }
        });
        source.whenComplete((value, failure) -> {
            if (result.isDone()) {
                return;
            }
            end.run();
            Continuations.executor().execute(() -> {
                runBlocking(cleanUp);
                if (failure == null) {
                    result.complete(value);
                } else {
                    result.completeExceptionally(unwrap(failure));
                }
            });
        });
        return result;
    }

    private static void runBlocking(Runnable action) {
        try {
            Blocking.run(() -> {
                action.run();
                return CompletableFuture.completedFuture(null);
            });
        } catch (RejectedExecutionException e) {
            // The pool has no more threads that could compensate for this one.
            action.run();
        }
    }

    /** Cancels the source when the result is canceled. */
    public static void cancelWith(CompletableFuture<?> result, CompletableFuture<?> source) {
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                source.cancel(true);
            }
        });
    }

    /**
     * Returns a future for callers, whose dependent steps may block, even until another call ends. These run neither on
     * a thread of the transport nor on the JVM's only timer thread, without which no deadline would be noticed. They do not
     * depend on a free thread of the common pool either, because the application's tasks there may wait for the call.
     */
    public static <A> CompletableFuture<A> handOff(CompletableFuture<A> source) {
        if (source.isDone()) {
            return source;
        }
        CompletableFuture<A> result = new CompletableFuture<>();
        cancelWith(result, source);
        source.whenComplete((value, failure) -> {
            if (!result.isDone()) {
                Continuations.executor().execute(() -> {
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
     * Waits for a future. An interrupt cancels it and leaves the outcome unknown.
     *
     * @param advice what to do next if the outcome is unknown, as a complete sentence
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
            // The stack trace shows an I/O thread, so the caller's is added.
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

    /** The stack trace of the caller of a blocking call. */
    private static final class CallSite extends Exception {
        private static final long serialVersionUID = 1L;

        private CallSite() {
            super("called from here");
        }
    }
}
