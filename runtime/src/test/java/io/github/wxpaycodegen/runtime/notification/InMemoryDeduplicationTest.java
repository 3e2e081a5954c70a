package io.github.wxpaycodegen.runtime.notification;

import static io.github.wxpaycodegen.runtime.notification.Deduplication.Claim.CLAIMED;
import static io.github.wxpaycodegen.runtime.notification.Deduplication.Claim.DONE;
import static io.github.wxpaycodegen.runtime.notification.Deduplication.Claim.IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryDeduplicationTest {
    @Test
    void claimLastsUntilItIsReleased() {
        InMemoryDeduplication memory = new InMemoryDeduplication();

        assertThat(memory.claim("a")).isEqualTo(CLAIMED);
        assertThat(memory.claim("a")).isEqualTo(IN_PROGRESS);
        memory.release("a");
        assertThat(memory.claim("a")).isEqualTo(CLAIMED);
        memory.done("a");
        assertThat(memory.claim("a")).isEqualTo(DONE);
        assertThat(memory.claim("b")).isEqualTo(CLAIMED);
    }

    @Test
    void removesOldestHandledOnly() {
        InMemoryDeduplication memory = new InMemoryDeduplication(2);
        memory.claim("in progress");
        memory.claim("eldest");
        memory.done("eldest");
        memory.claim("latest");

        assertThat(memory.claim("in progress")).isEqualTo(IN_PROGRESS);
        assertThat(memory.claim("latest")).isEqualTo(IN_PROGRESS);
        assertThat(memory.claim("eldest")).isEqualTo(CLAIMED);
        assertThatIllegalArgumentException().isThrownBy(() -> new InMemoryDeduplication(0));
    }

    @Test
    void remembersAsManyAsItsCapacity() {
        InMemoryDeduplication memory = new InMemoryDeduplication(2);
        memory.claim("a");
        memory.done("a");
        memory.claim("b");
        memory.done("b");

        assertThat(memory.claim("a")).isEqualTo(DONE);
        assertThat(memory.claim("b")).isEqualTo(DONE);
    }

    @Test
    void onlyOneThreadGetsTheClaim() throws Exception {
        InMemoryDeduplication memory = new InMemoryDeduplication();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Deduplication.Claim>> claims = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return memory.claim("a");
                    }))
                    .toList();
            start.countDown();
            int won = 0;
            for (Future<Deduplication.Claim> claim : claims) {
                won += claim.get() == CLAIMED ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
