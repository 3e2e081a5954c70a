package io.github.wxpaycodegen.runtime.internal.http;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks that may have to look up the address of a host, on at most two threads for each host. A name that does not
 * resolve leaves the other threads to other hosts, regardless of the number of calls. More threads would not be faster: the
 * JVM looks up a name on one thread at a time.
 */
final class LookupQueue {
    /** While the JVM refreshes a stale address on one thread, another one can use it. */
    private static final int MOST_THREADS_PER_HOST = 2;

    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime");

    private final Executor threads;

    /** The hosts for which a thread runs tasks. */
    private final Map<String, Tasks> hosts = new HashMap<>();

    LookupQueue(Executor threads) {
        this.threads = threads;
    }

    /** The tasks of a host that wait, and the number of threads that run them. */
    private static final class Tasks {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int threads;
    }

    /**
     * Runs a task when earlier ones of the host leave a thread.
     *
     * @throws RuntimeException or an error, if the executor throws it and no other thread runs tasks of the host; the task
     *     does not run then
     */
    synchronized void execute(String host, Runnable task) {
        Tasks tasks = hosts.computeIfAbsent(host, first -> new Tasks());
        tasks.waiting.add(task);
        if (tasks.threads == MOST_THREADS_PER_HOST) {
            return;
        }
        tasks.threads++;
        try {
            // Within the lock, so that no task waits for a thread that could not be started.
            threads.execute(() -> run(host, tasks));
        } catch (RuntimeException | Error e) {
            tasks.threads--;
            if (tasks.threads == 0) {
                hosts.remove(host);
                throw e;
            }
        }
    }

    private void run(String host, Tasks tasks) {
        Runnable task = next(host, tasks);
        while (task != null) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // The tasks behind it must run.
                LOG.error("a connection could not be opened", e);
            }
            task = next(host, tasks);
        }
    }

    private synchronized @Nullable Runnable next(String host, Tasks tasks) {
        Runnable task = tasks.waiting.poll();
        if (task == null) {
            tasks.threads--;
            if (tasks.threads == 0) {
                hosts.remove(host);
            }
        }
        return task;
    }
}
