package io.github.wxpaycodegen.runtime.internal.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ContinuationsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** An application that occupies its pool. */
    private static final Executor OCCUPIED = task -> {};

    private final CompletableFuture<String> ran = new CompletableFuture<>();

    @Test
    void usuallyRunsInThePool() {
        new Continuations(Runnable::run, OCCUPIED, PATIENCE).execute(this::run);

        assertThat(ran).isCompletedWithValue(Thread.currentThread().getName());
    }

    @Test
    void spareThreadRunsWhatThePoolDoesNotBegin() {
        new Continuations(OCCUPIED, task -> new Thread(task, "spare").start(), Duration.ofMillis(1)).execute(this::run);

        assertThat(ran).succeedsWithin(PATIENCE).isEqualTo("spare");
    }

    @Test
    void runsOnceOnly() {
        List<Runnable> queued = new ArrayList<>();
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Void> late = new CompletableFuture<>();
        new Continuations(
                        queued::add,
                        task -> {
                            task.run();
                            late.complete(null);
                        },
                        Duration.ofMillis(1))
                .execute(runs::incrementAndGet);
        assertThat(late).succeedsWithin(PATIENCE);

        queued.forEach(Runnable::run);

        assertThat(runs).hasValue(1);
    }

    @Test
    void spareThreadHelpsIfThePoolCannotStartOne() {
        new Continuations(
                        task -> {
                            throw new OutOfMemoryError("unable to create native thread");
                        },
                        task -> new Thread(task, "spare").start(),
                        Duration.ofMillis(1))
                .execute(this::run);

        assertThat(ran).succeedsWithin(PATIENCE).isEqualTo("spare");
    }

    @Test
    void triesUntilASpareThreadStarts() {
        AtomicInteger tries = new AtomicInteger();
        new Continuations(
                        OCCUPIED,
                        task -> {
                            if (tries.incrementAndGet() == 1) {
                                throw new OutOfMemoryError("unable to create native thread");
                            }
                            if (tries.get() == 2) {
                                throw new RejectedExecutionException();
                            }
                            new Thread(task, "spare").start();
                        },
                        Duration.ofMillis(1))
                .execute(this::run);

        assertThat(ran).succeedsWithin(PATIENCE).isEqualTo("spare");
        assertThat(tries).hasValue(3);
    }

    private void run() {
        ran.complete(Thread.currentThread().getName());
    }
}
