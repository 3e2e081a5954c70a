package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients share their threads, wait for connections no longer than they are told to, and are set up off the caller's thread. */
@Timeout(600)
class SharedLoopTest {
    /** Threads for I/O, timer, setup and connections, regardless of the number of clients. */
    private static final int MOST_THREADS = 4 + 1 + 1 + 2 + 6;

    private static final int SETUP_THREADS = 2;
    private static final int CONNECTING_THREADS = 6;

    /** Longer than any machine takes for one request. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void clientsShareAFewThreads() throws Exception {
        List<Transport> clients = new ArrayList<>();
        try (RawServer server = RawServer.tls(SharedLoopTest::serve)) {
            for (int i = 0; i < 20; i++) {
                Transport client = transport(settings(List.of(RawServer.certificateAuthority()), 10, PATIENCE));
                clients.add(client);
                assertThat(get(client, server).status()).isEqualTo(200);
            }
            assertThat(threads()).isPositive().isLessThanOrEqualTo(2 * MOST_THREADS);
        } finally {
            clients.forEach(Transport::close);
        }
    }

    @Test
    void closingOneClientDisturbsNoOther() throws Exception {
        try (RawServer server = RawServer.plain(SharedLoopTest::serve);
                Transport stays = transport(settings(List.of(), 10, PATIENCE))) {
            assertThat(get(stays, server).status()).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                try (Transport goes = transport(settings(List.of(), 10, PATIENCE))) {
                    assertThat(get(goes, server).status()).isEqualTo(200);
                }
                assertThat(get(stays, server).status()).isEqualTo(200);
            }
        }
    }

    /** Nothing waits when a request is sent, so an interrupt is no reason to report that there is no connection. */
    @Test
    void interruptedThreadSendsAndStaysInterrupted() throws Exception {
        try (RawServer server = RawServer.plain(SharedLoopTest::serve);
                Transport client = transport(settings(List.of(), 10, PATIENCE))) {
            assertThat(get(client, server).status()).isEqualTo(200);
            Thread.currentThread().interrupt();
            CompletableFuture<TransportResponse> response = client.send(request(server));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(response.get(300, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
    }

    @Test
    void waitForAConnectionEndsAsConfigured() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = RawServer.plain(connection -> {
                    connection.request();
                    over.await();
                });
                Transport client = transport(settings(List.of(), 1, Duration.ofMillis(200)))) {
            CompletableFuture<TransportResponse> first = sent(client, server);
            CompletableFuture<TransportResponse> second = client.send(request(server));
            assertThatThrownBy(() -> second.get(300, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.outcome())
                            .isEqualTo(Outcome.NOT_SENT))
                    .hasMessageContaining("all 1 connections are in use, and none became free within 200 ms");
            assertThat(first).isNotDone();
            over.countDown();
        }
    }

    @Test
    void callThatIsGivenUpWhileItWaitsIsNotSent() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = RawServer.plain(connection -> {
                    while (true) {
                        connection.request();
                        over.await();
                        connection.respond("200 OK", "{}");
                    }
                });
                Transport client = transport(settings(List.of(), 1, PATIENCE))) {
            CompletableFuture<TransportResponse> first = client.send(request(server));
            while (server.heads().isEmpty()) {
                Thread.sleep(1);
            }
            TransportRequest waiting = request(server);
            CompletableFuture<TransportResponse> second = client.send(waiting);
            assertThat(waiting.gate().giveUp()).as("nothing was sent").isTrue();
            over.countDown();
            first.get(300, TimeUnit.SECONDS);
            assertThatThrownBy(() -> second.get(300, TimeUnit.SECONDS)).hasCauseInstanceOf(TransportException.class);
            assertThat(server.heads()).as("nothing is sent later").hasSize(1);
        }
    }

    /** Reading the certificate authorities can take seconds on a busy machine, and the caller's clock runs meanwhile. */
    @Test
    void setUpDoesNotBlockTheCaller() throws Exception {
        EventLoop loop = EventLoop.join();
        ConnectionPools pools = new ConnectionPools();
        try (RawServer server = RawServer.tls(SharedLoopTest::serve);
                Transport client = new HttpClient5Transport(trusting(), pools)) {
            CountDownLatch busy = occupy(loop.settingUp(), SETUP_THREADS);
            ConnectionPools.SharedPool pool =
                    pools.join(loop, PoolSettings.of(trusting(), HttpClient5Transport.CONNECTION_LIFE, false));
            TransportRequest first = request(server);
            CompletableFuture<TransportResponse> late = client.send(first);
            CompletableFuture<TransportResponse> patient = client.send(request(server));
            assertThat(pool.ready()).as("it is not set up by the caller").isNotDone();
            assertThat(late).isNotDone();
            assertThat(first.gate().giveUp()).isTrue();
            busy.countDown();
            assertThat(patient.get(300, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThatThrownBy(() -> late.get(300, TimeUnit.SECONDS)).hasCauseInstanceOf(TransportException.class);
            assertThat(server.heads()).hasSize(1);
            pools.leave(pool);
        } finally {
            loop.leave();
        }
    }

    /** Names may take half a minute to resolve, even if the calls that need them ended. */
    @Test
    void setUpDoesNotWaitForLookups() throws Exception {
        EventLoop loop = EventLoop.join();
        ConnectionPools pools = new ConnectionPools();
        CountDownLatch busy = occupy(loop.connecting(), CONNECTING_THREADS);
        try {
            assertThat(loop.client()).succeedsWithin(PATIENCE);
            ConnectionPools.SharedPool pool =
                    pools.join(loop, PoolSettings.of(trusting(), HttpClient5Transport.CONNECTION_LIFE, false));
            assertThat(pool.ready()).succeedsWithin(PATIENCE);
            pools.leave(pool);
        } finally {
            busy.countDown();
            loop.leave();
        }
    }

    @Test
    void preparationConnectsToNobody() throws Exception {
        ConnectionPools pools = new ConnectionPools();
        try (RawServer server = RawServer.tls(SharedLoopTest::serve);
                Transport client = new HttpClient5Transport(trusting(), pools)) {
            client.prepare(false);
            EventLoop loop = EventLoop.join();
            ConnectionPools.SharedPool pool =
                    pools.join(loop, PoolSettings.of(trusting(), HttpClient5Transport.CONNECTION_LIFE, false));
            assertThat(pool.ready()).succeedsWithin(PATIENCE);
            assertThat(server.heads()).isEmpty();
            assertThat(pool.stats().leased() + pool.stats().available()).isZero();

            assertThat(get(client, server).status()).isEqualTo(200);
            assertThat(pools.stats().max()).as("the prepared pool is used").isEqualTo(10);
            pools.leave(pool);
            loop.leave();
        }
    }

    /** Nobody has to find out whether such a call took effect. */
    @Test
    void callThatWaitsForTheStartIsNotSentAfterClose() throws Exception {
        EventLoop loop = EventLoop.join();
        CountDownLatch busy = occupy(loop.settingUp(), SETUP_THREADS);
        try (RawServer server = RawServer.tls(SharedLoopTest::serve)) {
            CompletableFuture<TransportResponse> waiting;
            try (Transport client = new HttpClient5Transport(trusting(), new ConnectionPools())) {
                waiting = client.send(request(server));
            }

            assertThatThrownBy(() -> waiting.get(300, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.outcome())
                            .isEqualTo(Outcome.NOT_SENT))
                    .hasMessage("the client was closed before it was sent");
            busy.countDown();
            assertThat(server.heads()).isEmpty();
        } finally {
            busy.countDown();
            loop.leave();
        }
    }

    @Test
    void closedClientPreparesNothing() {
        ConnectionPools pools = new ConnectionPools();
        Transport closed;
        try (Transport client = new HttpClient5Transport(trusting(), pools)) {
            closed = client;
        }

        closed.prepare(false);

        assertThat(pools.isEmpty()).isTrue();
    }

    /** Keeps threads busy until the latch opens. */
    private static CountDownLatch occupy(Executor executor, int threads) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(threads);
        CountDownLatch over = new CountDownLatch(1);
        for (int i = 0; i < threads; i++) {
            executor.execute(() -> {
                started.countDown();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        started.await();
        return over;
    }

    private static TransportSettings trusting() {
        return settings(List.of(RawServer.certificateAuthority()), 10, PATIENCE);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("wxpay-(io|setup|connect|timer)-.*"))
                .count();
    }

    private static void serve(RawServer.Connection connection) throws Exception {
        while (true) {
            connection.request();
            connection.respond("200 OK", "{}");
        }
    }

    private static TransportSettings settings(List<X509Certificate> trusted, int connections, Duration wait) {
        return new TransportSettings(PATIENCE, 100_000, trusted, null, null, connections, wait);
    }

    private static Transport transport(TransportSettings settings) {
        return new HttpClient5Transport(settings);
    }

    private static TransportResponse get(Transport client, RawServer server) throws Exception {
        return client.send(request(server)).get(300, TimeUnit.SECONDS);
    }

    /** Sends until a request arrives: a thread that is held up can wait too long for a connection that is free. */
    private static CompletableFuture<TransportResponse> sent(Transport client, RawServer server) throws Exception {
        CompletableFuture<TransportResponse> response = client.send(request(server));
        while (server.heads().isEmpty()) {
            if (response.isCompletedExceptionally()) {
                response = client.send(request(server));
            }
            Thread.sleep(1);
        }
        return response;
    }

    private static TransportRequest request(RawServer server) {
        return new TransportRequest("GET", URI.create(server.uri() + "/"), Map.of(), new byte[0], false);
    }
}
