package io.github.wxpaycodegen.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;

/**
 * The common pool of an application whose tasks wait there until this is closed. Before JDK 25, futures do not use the pool on
 * a machine with one or two processors.
 */
public final class OccupiedCommonPool implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);

    public void occupy() {
        int threads = ForkJoinPool.getCommonPoolParallelism();
        CountDownLatch occupied = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                occupied.countDown();
                await(ended);
            });
        }
        await(occupied);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
