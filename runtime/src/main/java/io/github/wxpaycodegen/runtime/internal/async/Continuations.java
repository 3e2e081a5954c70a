package io.github.wxpaycodegen.runtime.internal.async;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Executor of steps that may block. They run in the common pool. If an application occupies all threads of that pool,
 * perhaps with tasks that wait for the result of a call, a spare thread runs a step after a short wait. Spare threads are
 * daemons, and end when they are idle.
 */
public final class Continuations implements Executor {
    /** Usually, the common pool begins within microseconds. */
    private static final Duration WAIT = Duration.ofMillis(100);

    private static final Continuations SHARED =
            // As many spare threads as are needed, because a step may wait for another one.
            new Continuations(
                    new CompletableFuture<Void>().defaultExecutor(), DaemonThreads.perTask("wxpay-spare"), WAIT);

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
        private volatile CompletableFuture<Void> timer = new CompletableFuture<>();

        Step(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (begun.compareAndSet(false, true)) {
                timer.complete(null);
                task.run();
            }
        }

        /** Lets a spare thread run the task after the wait. Its beginning ends the wait, so usually no timer fires. */
        void watch() {
            CompletableFuture<Void> next = new CompletableFuture<>();
            timer = next;
            next.orTimeout(wait.toNanos(), TimeUnit.NANOSECONDS).whenComplete((nothing, late) -> {
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
