package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(600)
class ConnectionStatsTest {
    /** An idle connection stays open for the whole of a test, however slow the machine is. */
    private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(5);

    @Test
    void connectionIsLeasedAwaitedAndIdle() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = RawServer.plain(connection -> {
                    while (true) {
                        connection.request();
                        over.await();
                        connection.respond("200 OK", "{}");
                    }
                });
                Transport transport = transport(new ConnectionPools(), 1)) {
            assertThat(transport.connectionStats()).as("before a call").isEqualTo(ConnectionStats.NONE);
            CompletableFuture<TransportResponse> first = send(transport, server, false);
            CompletableFuture<TransportResponse> second = send(transport, server, false);
            await(transport, new ConnectionStats(1, 0, 1, 1)::equals);
            over.countDown();
            first.get(5, TimeUnit.MINUTES);
            second.get(5, TimeUnit.MINUTES);
            sendUntil(transport, server, false, new ConnectionStats(0, 1, 0, 1));
        }
    }

    @Test
    void connectionsWithAndWithoutClientCertificateAreAddedUp() throws Exception {
        try (RawServer server = RawServer.plain(ConnectionStatsTest::serve);
                Transport transport = new HttpClient5Transport(
                        new TransportSettings(
                                Duration.ofMinutes(5), 1000, List.of(), someKey(), null, 3, Duration.ofMinutes(5)),
                        new ConnectionPools(),
                        CONNECTION_LIFE)) {
            sendUntil(transport, server, false, new ConnectionStats(0, 1, 0, 3));
            sendUntil(transport, server, true, new ConnectionStats(0, 2, 0, 6));
        }
    }

    @Test
    void poolThatServesBothIsCountedOnce() throws Exception {
        try (RawServer server = RawServer.plain(ConnectionStatsTest::serve);
                Transport transport = transport(new ConnectionPools(), 3)) {
            sendUntil(transport, server, false, new ConnectionStats(0, 1, 0, 3));
            sendUntil(transport, server, true, new ConnectionStats(0, 1, 0, 3));
        }
    }

    @Test
    void groupCountsASharedPoolOnce() throws Exception {
        ConnectionPools pools = new ConnectionPools();
        assertThat(pools.stats()).isEqualTo(ConnectionStats.NONE);
        try (RawServer server = RawServer.plain(ConnectionStatsTest::serve)) {
            try (Transport one = transport(pools, 3);
                    Transport same = transport(pools, 3);
                    Transport other = transport(pools, 5)) {
                sendUntil(one, server, false, new ConnectionStats(0, 1, 0, 3));
                sendUntil(same, server, false, new ConnectionStats(0, 1, 0, 3));
                sendUntil(other, server, false, new ConnectionStats(0, 1, 0, 5));
                assertThat(pools.stats()).isEqualTo(new ConnectionStats(0, 2, 0, 8));
            }
            assertThat(pools.stats()).as("after the last one closed").isEqualTo(ConnectionStats.NONE);
        }
    }

    @Test
    void closedTransportHasNone() throws Exception {
        Transport transport = transport(new ConnectionPools(), 3);
        try (RawServer server = RawServer.plain(ConnectionStatsTest::serve)) {
            send(transport, server, false).get(5, TimeUnit.MINUTES);
            transport.close();
            assertThat(transport.connectionStats()).isEqualTo(ConnectionStats.NONE);
        }
    }

    /**
     * Sends requests until the connections are as expected. One request may not be enough: HttpClient closes a connection
     * whose response is complete before the thread that sent the request has gone on.
     */
    private static void sendUntil(
            Transport transport, RawServer server, boolean clientCertificate, ConnectionStats expected)
            throws Exception {
        for (int i = 0; i < 20 && !transport.connectionStats().equals(expected); i++) {
            send(transport, server, clientCertificate).get(5, TimeUnit.MINUTES);
            await(transport, stats -> stats.leased() == 0);
        }
        assertThat(transport.connectionStats()).isEqualTo(expected);
    }

    private static KeyManager someKey() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(null, null);
        return factory.getKeyManagers()[0];
    }

    private static void serve(RawServer.Connection connection) throws Exception {
        while (true) {
            connection.request();
            connection.respond("200 OK", "{}");
        }
    }

    private static Transport transport(ConnectionPools pools, int connections) {
        return new HttpClient5Transport(
                new TransportSettings(
                        Duration.ofMinutes(5), 1000, List.of(), null, null, connections, Duration.ofMinutes(5)),
                pools,
                CONNECTION_LIFE);
    }

    private static CompletableFuture<TransportResponse> send(
            Transport transport, RawServer server, boolean clientCertificate) {
        return transport.send(
                new TransportRequest("GET", URI.create(server.uri() + "/"), Map.of(), new byte[0], clientCertificate));
    }

    /** Waits until the connections are as expected. The time-out of the test interrupts it. */
    private static void await(Transport transport, Predicate<ConnectionStats> expected) {
        ConnectionStats stats = transport.connectionStats();
        while (!expected.test(stats)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("unexpected after the time-out of the test: " + stats);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            stats = transport.connectionStats();
        }
    }
}
