package io.github.wxpaycodegen.runtime.internal.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
    /** An application must end although they exist. */
    @Test
    void threadPerTaskIsDaemonWithName() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();

        DaemonThreads.perTask("wxpay-test").execute(() -> thread.complete(Thread.currentThread()));

        assertThat(thread).succeedsWithin(Duration.ofMinutes(5)).satisfies(started -> {
            assertThat(started.isDaemon()).isTrue();
            assertThat(started.getName()).isEqualTo("wxpay-test-1");
        });
    }
}
