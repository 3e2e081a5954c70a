package io.github.wxpaycodegen.runtime.internal.async;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Executor of steps that may block. They run in the common pool. If an application occupies all threads of that pool,
 * perhaps with tasks that wait for the result of a call, a spare thread runs a step after a short wait. Spare threads are
 * daemons, and end when they are idle.
 */
public final class Continuations implements Executor {
    /** Usually, the common pool begins within microseconds. */
    private static final Duration WAIT = Duration.ofMillis(100);

    private static final long SPARE_LIFE_SECONDS = 10;

    private static final Continuations SHARED =
            new Continuations(new CompletableFuture<Void>().defaultExecutor(), spareThreads(), WAIT);

    private final Executor pool;
    private final Executor spare;
    private final Duration wait;

    /**
     * Creates an executor.
     *
     * @param spare runs the tasks that the pool has not begun after the wait
     */
    Continuations(Executor pool, Executor spare, Duration wait) {
        this.pool = pool;
        this.spare = spare;
        this.wait = wait;
    }

    /** Returns the executor of the process. */
    public static Executor executor() {
        return SHARED;
    }

    static Executor spareThreads() {
        AtomicInteger number = new AtomicInteger();
        // Unbounded, because a step may wait for another one.
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, SPARE_LIFE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "wxpay-spare-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Runs a task, unlike other executors also if at present no thread can be started: then it runs later. */
    @Override
    public void execute(Runnable task) {
        Step step = new Step(task);
        step.watch();
        try {
            pool.execute(step);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // No thread can be started now. A spare thread runs it, as soon as there is one.
        }
    }

    /** A task that runs once, on the thread that is there first. */
    private final class Step implements Runnable {
        private final Runnable task;
        private final AtomicBoolean begun = new AtomicBoolean();
        private volatile @Nullable CompletableFuture<Void> watch;

        Step(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                CompletableFuture<Void> timer = watch;
                if (timer != null) {
                    timer.complete(null);
                }
                task.run();
            }
        }

        /** Lets a spare thread run the task after the wait. Its beginning ends the wait, so usually no timer fires. */
        void watch() {
            CompletableFuture<Void> timer = new CompletableFuture<>();
            watch = timer;
            timer.orTimeout(wait.toNanos(), TimeUnit.NANOSECONDS).whenComplete((nothing, late) -> {
                if (late != null) {
                    runOnSpareThread();
                }
            });
        }

        private void runOnSpareThread() {
            if (begun.get()) {
                return;
            }
            try {
                spare.execute(this);
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                watch();
            }
        }
    }
}
