package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.transport.SendGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection of a pool is lost to nobody: not to a call that ended, and not to one that could not connect. */
@Timeout(600)
class PoolDispatcherTest {
    /** Longer than any test. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final PoolDispatcher dispatcher = new PoolDispatcher(Runnable::run, timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    /** The pool may serve a call that just ended, before it is notified of that. */
    @Test
    void connectionForEndedCallGoesBackToThePool() {
        ConnectionPool pool = pool(1, PATIENCE);
        Leased first = new Leased();
        lease(pool, first);
        Leased ended = new Leased() {
            @Override
            public void cancelled() {
                dispatcher.release(first.join(), null, TimeValue.ZERO_MILLISECONDS);
            }
        };

        lease(pool, ended).cancel(true);

        assertThat(ended).isNotDone();
        assertThat(pool.stats().leased()).isZero();
        assertNextIsServed(pool);
        pool.close();
    }

    @Test
    void connectionThatNoThreadCanOpenGoesBackToThePool() throws Exception {
        PoolDispatcher starved = new PoolDispatcher(
                task -> {
                    // Not an OutOfMemoryError, after which JUnit ends all tests.
                    throw new InternalError("unable to create native thread");
                },
                timer);
        ConnectionPool pool = pool(1, PATIENCE);
        SendGate gate = new SendGate();
        try (CloseableHttpAsyncClient client =
                HttpAsyncClients.custom().setConnectionManager(starved).build()) {
            client.start();
            for (int i = 0; i < 3; i++) {
                Future<SimpleHttpResponse> exchange = client.execute(
                        SimpleRequestBuilder.get("http://127.0.0.1/").build(),
                        pool.context(gate, new CompletableFuture<>()),
                        null);
                assertThatThrownBy(() -> exchange.get(300, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining("InternalError: unable to create native thread");
                assertThat(pool.stats().leased()).isZero();
            }
        }
        assertThat(gate.isPassed()).as("something was sent").isFalse();
        pool.close();
    }

    /** Each of them would otherwise get the connection and return it, within the callback of the previous one. */
    @Test
    void leasesWhoseWaitIsOverAreNotServed() throws Exception {
        ConnectionPool pool = pool(1, Duration.ofMillis(1));
        Leased first = new Leased();
        lease(pool, first);
        expire(pool, 5_000);

        dispatcher.release(first.join(), null, TimeValue.ZERO_MILLISECONDS);

        assertThat(pool.stats().pending()).isZero();
        assertThat(pool.stats().leased()).isZero();
        assertNextIsServed(pool);
        pool.close();
    }

    /** They hold requests in memory, and the gateway may not respond for a long time. */
    @Test
    void leasesWhoseWaitIsOverAreDroppedByEviction() throws Exception {
        ConnectionPool pool = pool(1, Duration.ofMillis(1));
        lease(pool, new Leased());
        expire(pool, 10);

        pool.evict();

        assertThat(pool.stats().pending()).isZero();
        assertThat(pool.stats().leased()).isOne();
        pool.close();
    }

    @Test
    void leaseThatIsServedAtOnceNeedsNoTimer() {
        timer.shutdownNow();
        ConnectionPool pool = pool(1, PATIENCE);
        Leased first = new Leased();
        lease(pool, first);
        assertThat(first).isCompleted();

        Leased second = new Leased();
        lease(pool, second);

        assertThat(second)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(RefusedException.class);
        pool.evict();
        assertThat(pool.stats().pending()).as("the request is withdrawn").isZero();
        pool.close();
    }

    /** A thread that waits for an address cannot be interrupted, and may do so for half a minute after its call ended. */
    @Test
    void lookupOfOneHostDoesNotDelayOthers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        PoolDispatcher busy = new PoolDispatcher(threads, timer);
        CountDownLatch resolved = new CountDownLatch(1);
        Queue<String> connecting = new LinkedBlockingQueue<>();
        ConnectionInitiator slow = (host, address, local, timeout, attachment, callback) -> {
            connecting.add(host.getHostName());
            await(resolved);
            return new CompletableFuture<>();
        };
        ConnectionPool pool = pool(10, PATIENCE);
        for (int i = 0; i < 5; i++) {
            connect(busy, pool, "127.0.0.1", slow);
        }

        ConnectionPool other = pool(10, PATIENCE);
        CompletableFuture<String> reached = new CompletableFuture<>();
        connect(busy, other, "127.0.0.2", (host, address, local, timeout, attachment, callback) -> {
            reached.complete(host.getHostName());
            return new CompletableFuture<>();
        });

        assertThat(reached).succeedsWithin(PATIENCE).isEqualTo("127.0.0.2");
        resolved.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(connecting).as("those that waited").hasSize(5).containsOnly("127.0.0.1");
        pool.close();
        other.close();
    }

    private void connect(PoolDispatcher dispatcher, ConnectionPool pool, String host, ConnectionInitiator initiator) {
        Leased leased = new Leased();
        dispatcher.lease("1", route(host), pool, null, leased);
        dispatcher.connect(leased.join(), initiator, null, null, HttpClientContext.create(), new Leased());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expire(ConnectionPool pool, int leases) throws Exception {
        List<Leased> waiting = new ArrayList<>();
        for (int i = 0; i < leases; i++) {
            Leased leased = new Leased();
            waiting.add(leased);
            lease(pool, leased);
        }
        for (Leased leased : waiting) {
            assertThat(leased).failsWithin(PATIENCE);
        }
        // The timer withdraws the last one after its callback.
        timer.submit(() -> {}).get();
    }

    private Future<AsyncConnectionEndpoint> lease(ConnectionPool pool, Leased leased) {
        return dispatcher.lease("1", route("127.0.0.1"), pool, null, leased);
    }

    private static HttpRoute route(String host) {
        return new HttpRoute(new HttpHost("http", host, 80));
    }

    private void assertNextIsServed(ConnectionPool pool) {
        Leased next = new Leased();
        lease(pool, next);
        assertThat(next).isCompleted();
    }

    private static ConnectionPool pool(int maxConnections, Duration connectionWait) {
        return new ConnectionPool(PoolSettings.of(
                new TransportSettings(PATIENCE, 1024, List.of(), null, null, maxConnections, connectionWait),
                HttpClient5Transport.CONNECTION_LIFE,
                false));
    }

    /** The connection that is leased. */
    private static class Leased extends CompletableFuture<AsyncConnectionEndpoint>
            implements FutureCallback<AsyncConnectionEndpoint> {
        @Override
        public void completed(@Nullable AsyncConnectionEndpoint endpoint) {
            complete(endpoint);
        }

        @Override
        public void failed(Exception cause) {
            completeExceptionally(cause);
        }

        @Override
        public void cancelled() {
            cancel(true);
        }
    }
}
