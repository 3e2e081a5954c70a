package io.github.wxpaycodegen.springboot.internal.notification;

import java.util.concurrent.Executor;

/**
 * Runs tasks in the thread that has created it, as long as this thread is open for them, so that handlers see the
 * thread-bound state of the request. Later, another executor runs them: a thread that completes a future must not be
 * blocked by handlers.
 */
final class CallerFirstExecutor implements Executor, AutoCloseable {
    private final Thread caller = Thread.currentThread();
    private final Executor afterwards;
    /** Read and written by the caller only. */
    private boolean closed;

    CallerFirstExecutor(Executor afterwards) {
        this.afterwards = afterwards;
    }

    @Override
    public void execute(Runnable task) {
        if (Thread.currentThread() == caller && !closed) {
            task.run();
        } else {
            afterwards.execute(task);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
