package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class LookupQueueTest {
    /** The threads that were started, of which a test decides when they run. */
    private final Queue<Runnable> threads = new ArrayDeque<>();

    private final List<String> events = new ArrayList<>();
    private int mostThreads = Integer.MAX_VALUE;

    private final LookupQueue lookups = new LookupQueue(thread -> {
        if (threads.size() == mostThreads) {
            throw new RejectedExecutionException("no thread");
        }
        threads.add(thread);
    });

    @Test
    void hostHasTwoThreads() {
        execute("a1", "a2", "a3", "a4", "b1");

        assertThat(threads).hasSize(3);
        threads.remove().run();
        assertThat(events).as("one of them may take long").containsExactly("a1", "a2", "a3", "a4");
        threads.remove().run();
        threads.remove().run();
        assertThat(events).containsExactly("a1", "a2", "a3", "a4", "b1");
    }

    @Test
    void idleHostStartsThreadsAgain() {
        execute("a1", "a2", "a3");
        threads.remove().run();
        execute("a4");
        assertThat(threads).as("the second one, and another one").hasSize(2);
        threads.remove().run();
        threads.remove().run();
        assertThat(events).containsExactly("a1", "a2", "a3", "a4");

        execute("a5", "a6", "a7");

        assertThat(threads).hasSize(2);
    }

    @Test
    void taskMayAddAnother() {
        lookups.execute("a", () -> execute("a2"));
        threads.remove().run();
        assertThat(events).containsExactly("a2");
    }

    @Test
    void failedTaskDoesNotStopThoseBehindIt() {
        lookups.execute("a", () -> {
            throw new IllegalStateException("out of order");
        });
        execute("a2");

        threads.remove().run();

        assertThat(events).containsExactly("a2");
    }

    @Test
    void hostWithoutAThreadTriesAgain() {
        mostThreads = 0;
        assertThatThrownBy(() -> execute("a1")).isInstanceOf(RejectedExecutionException.class);

        mostThreads = 1;
        execute("a2");

        threads.remove().run();
        assertThat(events).as("a1 was refused").containsExactly("a2");
    }

    @Test
    void oneThreadIsEnough() {
        mostThreads = 1;
        execute("a1", "a2", "a3");
        assertThatThrownBy(() -> execute("b1")).isInstanceOf(RejectedExecutionException.class);

        threads.remove().run();

        assertThat(events).containsExactly("a1", "a2", "a3");
    }

    /** Adds tasks. The host is the first character. */
    private void execute(String... tasks) {
        for (String task : tasks) {
            lookups.execute(task.substring(0, 1), () -> events.add(task));
        }
    }
}
