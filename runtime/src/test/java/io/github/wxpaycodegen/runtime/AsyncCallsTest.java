package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Callbacks of asynchronous calls, which delay no other call even if they wait for one. */
class AsyncCallsTest {
    private static final Operation<Sent, Map<String, String>> ORDER = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.POST, "/v3/order", Read::readFrom)
            .traits(Trait.JSON_BODY)
            .build();

    private final V3Gateway gateway = new V3Gateway();

    /** To query an order whose outcome is unknown is what everybody does then, and the network may still be down. */
    @Test
    void timeoutCallbackMayWaitForAnotherTimeout() throws Exception {
        assertThat(lateAfterALateOne(Duration.ofMillis(100)))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("no complete response within");
    }

    /** Gives the calls more time until both requests leave, however busy the machine is. */
    private static Throwable lateAfterALateOne(Duration timeout) throws Exception {
        V3Gateway slow = new V3Gateway();
        slow.answerLater();
        slow.answerLater();
        ApiContext context = slow.client().context().with(options -> options.timeout(timeout));
        Throwable second = context.callAsync(ORDER, new Sent(out -> {}))
                .handle((answer, late) -> catchThrowable(() -> context.call(ORDER, new Sent(out -> {}))))
                .get(300, TimeUnit.SECONDS);
        return slow.sent().size() < 2 ? lateAfterALateOne(timeout.multipliedBy(2)) : second;
    }

    @Test
    void callbacksRunOffTheTransportThread() throws Exception {
        CompletableFuture<TransportResponse> answer = gateway.answerLater();
        ExecutorService transport = Executors.newSingleThreadExecutor();
        try {
            Thread bringing = CompletableFuture.supplyAsync(Thread::currentThread, transport)
                    .get();
            CompletableFuture<Thread> handling = gateway.client()
                    .context()
                    .callAsync(ORDER, new Sent(out -> {}))
                    .handle((read, failure) -> Thread.currentThread());
            transport.execute(() -> answer.complete(new TransportResponse(500, Map.of(), new byte[0])));

            assertThat(handling.get(300, TimeUnit.SECONDS)).isNotSameAs(bringing);
        } finally {
            transport.shutdown();
        }
    }

    /** Large files take long to verify, and there may be more of them than the common pool has threads. */
    @Test
    void blockingCallbackDoesNotDelayOthers() throws Exception {
        CountDownLatch verified = new CountDownLatch(1);
        try {
            for (int i = 0; i <= ForkJoinPool.getCommonPoolParallelism(); i++) {
                Futures.composeBlocking(CompletableFuture.completedFuture(null), nothing -> {
                    await(verified);
                    return CompletableFuture.completedFuture(null);
                });
            }
            CompletableFuture<TransportResponse> answer = gateway.answerLater();
            CompletableFuture<Throwable> handled = gateway.client()
                    .context()
                    .callAsync(ORDER, new Sent(out -> {}))
                    .handle((read, failure) -> failure);
            answer.complete(new TransportResponse(500, Map.of(), new byte[0]));
            assertThat(handled.get(300, TimeUnit.SECONDS)).isNotNull();
        } finally {
            verified.countDown();
        }
    }

    /** Tasks of the application may wait there for the call. */
    @Test
    void deadlineIsReportedWhileTheCommonPoolIsOccupied() throws Exception {
        try (OccupiedCommonPool pool = new OccupiedCommonPool()) {
            pool.occupy();

            assertThat(late(Duration.ofMillis(200))).isInstanceOf(TransportException.class);
        }
    }

    /** Gives the call more time until its request leaves, however busy the machine is. */
    private static Throwable late(Duration timeout) throws Exception {
        V3Gateway slow = new V3Gateway();
        slow.answerLater();
        Throwable failure = slow.client()
                .context()
                .with(options -> options.timeout(timeout))
                .callAsync(ORDER, new Sent(out -> {}))
                .handle((read, late) -> late)
                .get(300, TimeUnit.SECONDS);
        return slow.sent().isEmpty() ? late(timeout.multipliedBy(2)) : failure;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cancelingEndsTheExchange() {
        CompletableFuture<TransportResponse> answer = gateway.answerLater();
        CompletableFuture<?> call = gateway.client().context().callAsync(ORDER, new Sent(out -> {}));
        call.cancel(true);
        assertThat(answer).isCancelled();
    }
}
