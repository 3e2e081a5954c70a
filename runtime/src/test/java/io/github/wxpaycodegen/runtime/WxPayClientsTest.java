package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.internal.http.RawServer;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients of one group share threads, and connections only where nobody could tell them apart. */
@Timeout(300)
class WxPayClientsTest {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final KeyPair OTHER_KEYS = TestKeys.rsa();

    /** Threads for I/O, timer, setup and connections, twice: another test may be ending its loop while this one starts another. */
    private static final int MOST_THREADS = 2 * (4 + 1 + 1 + 2 + 6);

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * A request as the server sees it.
     *
     * @param connection its number
     * @param merchant the one who called
     * @param certificate the serial number of the client certificate; null for none
     */
    private record Seen(
            int connection, String merchant, @Nullable String certificate) {}

    @Test
    void certificateConnectionServesOnlyItsMerchant() throws Exception {
        try (RawServer server = server();
                WxPayClients clients = WxPayClients.create()) {
            WxPayClient a = clients.client(merchant("A", server, with -> certificate(with, KEYS, "0A")));
            WxPayClient b = clients.client(merchant("B", server, with -> certificate(with, OTHER_KEYS, "0B")));
            for (int i = 0; i < 10; i++) {
                call(a, "A", true);
                call(b, "B", true);
                call(a, "A", false);
                call(b, "B", false);
            }
        }
        assertThat(seen).hasSize(40).allSatisfy(request -> assertThat(request.certificate())
                .isIn(null, "0" + request.merchant()));
        assertThat(certificateCalls()).hasSize(20).allSatisfy(request -> assertThat(request.certificate())
                .isEqualTo("0" + request.merchant()));
        Map<Integer, Set<String>> merchants = seen.stream()
                .filter(request -> request.certificate() != null)
                .collect(Collectors.groupingBy(
                        Seen::connection, Collectors.mapping(Seen::merchant, Collectors.toSet())));
        assertThat(merchants.values()).allSatisfy(its -> assertThat(its).hasSize(1));
    }

    @Test
    void connectionsWithoutCertificateAreShared() throws Exception {
        try (RawServer server = server();
                WxPayClients clients = WxPayClients.create()) {
            for (int i = 0; i < 100; i++) {
                call(clients.client(merchant("M" + i, server, with -> {})), "M" + i, false);
            }
        }
        assertThat(seen).extracting(Seen::merchant).doesNotHaveDuplicates().hasSize(100);
        assertThat(connections.get()).isLessThan(100);
    }

    @Test
    void differentSettingsHaveTheirOwnConnections() throws Exception {
        X509Certificate another = TestKeys.certificate(OTHER_KEYS, "0C", Instant.now(), Duration.ofDays(1));
        try (RawServer server = server();
                ServerSocket proxy = new ServerSocket(0);
                WxPayClients clients = WxPayClients.create()) {
            call(clients.client(merchant("A", server, with -> {})), "A", false);
            call(clients.client(merchant("B", server, with -> with.trust(another))), "B", false);
            call(clients.client(merchant("C", server, with -> with.maxConnections(7))), "C", false);
            assertThat(seen).extracting(Seen::connection).doesNotHaveDuplicates();

            WxPayClient proxied =
                    clients.client(merchant("D", server, with -> with.proxy("localhost", proxy.getLocalPort())));
            CompletableFuture<?> call = proxied.context().callAsync(operation(false), new Sent(out -> {}));
            proxy.accept().close();
            assertThatThrownBy(() -> call.get(5, TimeUnit.MINUTES)).cause().isInstanceOf(TransportException.class);
            assertThat(seen).extracting(Seen::merchant).containsExactly("A", "B", "C");
        }
    }

    @Test
    void closingOneClientDisturbsNoOther() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(2);
        try (RawServer server = RawServer.tls(connection -> {
                    while (true) {
                        connection.request();
                        arrived.countDown();
                        answer.await();
                        connection.respond("200 OK", "<xml><a>1</a></xml>");
                    }
                });
                WxPayClients clients = WxPayClients.create()) {
            WxPayClient stays = clients.client(merchant("A", server, with -> {}));
            WxPayClient goes = clients.client(merchant("B", server, with -> {}));
            CompletableFuture<?> kept = stays.context().callAsync(operation(false), new Sent(out -> {}));
            CompletableFuture<?> ended = goes.context().callAsync(operation(false), new Sent(out -> {}));
            arrived.await();
            goes.close();
            assertThatThrownBy(() -> ended.get(5, TimeUnit.MINUTES)).hasMessageContaining("the client was closed");
            assertThat(kept).isNotDone();
            answer.countDown();
            kept.get(5, TimeUnit.MINUTES);
            for (int i = 0; i < 5; i++) {
                stays.context().call(operation(false), new Sent(out -> {}));
            }
            assertThatThrownBy(() -> goes.context().call(operation(false), new Sent(out -> {})))
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.outcome())
                            .isEqualTo(Outcome.NOT_SENT));
        }
    }

    @Test
    void closingTheGroupClosesAllOfIt() throws Exception {
        try (RawServer server = server()) {
            WxPayClients clients = WxPayClients.create();
            List<WxPayClient> made = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                made.add(clients.client(merchant("M", server, with -> {})));
            }
            call(made.get(0), "M", false);
            clients.close();
            assertThat(made).allSatisfy(client -> assertThatThrownBy(() -> call(client, "M", false))
                    .hasMessageContaining("the client is closed. Nothing was sent: create another client."));
            WxPayConfig config = merchant("M", server, with -> {});
            assertThatThrownBy(() -> clients.client(config))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("this WxPayClients is closed: create another one");
        }
    }

    @Test
    void closesAllClientsThoughTransportsThrow() {
        AtomicInteger closings = new AtomicInteger();
        WxPayClients clients = WxPayClients.create();
        for (int i = 0; i < 5; i++) {
            clients.client(WxPayConfig.builder()
                    .transport(() -> new FailingTransport(closings))
                    .build());
        }

        IllegalStateException e = catchThrowableOfType(IllegalStateException.class, clients::close);

        assertThat(e).hasMessage("cannot be closed");
        assertThat(e.getSuppressed()).hasSize(4);
        assertThat(closings.get()).isEqualTo(5);
        clients.close();
        assertThat(closings.get()).as("nothing is closed twice").isEqualTo(5);
    }

    /** A transport that throws when it is closed. */
    private record FailingTransport(AtomicInteger closings) implements Transport {
        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            throw new UnsupportedOperationException("nothing is called");
        }

        @Override
        public void close() {
            closings.incrementAndGet();
            throw new IllegalStateException("cannot be closed");
        }
    }

    @Test
    void thousandClientsShareAFewThreads() throws Exception {
        try (RawServer server = server();
                WxPayClients clients = WxPayClients.create()) {
            for (int i = 0; i < 1_000; i++) {
                String merchant = "M" + i;
                WxPayClient client = clients.client(merchant(merchant, server, with -> {}));
                call(client, merchant, false);
            }
            assertThat(threads()).isPositive().isLessThanOrEqualTo(MOST_THREADS);
        }
        assertThat(seen).extracting(Seen::merchant).doesNotHaveDuplicates().hasSize(1_000);
        assertThat(connections.get()).as("the clients share them").isLessThan(500);
    }

    @Test
    void waitForAConnectionEndsAsConfigured() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (RawServer server = RawServer.tls(connection -> {
                    connection.request();
                    over.await();
                });
                WxPayClient client = WxPayClient.create(merchant("A", server, with -> with.maxConnections(1)
                        .connectionWait(Duration.ofMillis(200))
                        .connectTimeout(Duration.ofMinutes(4))
                        .timeout(Duration.ofMinutes(4))))) {
            CompletableFuture<?> first = sent(client, server);
            TransportException e = catchThrowableOfType(TransportException.class, () -> call(client, "A", false));
            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(e)
                    .hasMessageContaining("all 1 connections are in use, and none became free within 200 ms")
                    .hasMessageContaining("Nothing was sent; it is safe to call again.");
            assertThat(first).isNotDone();
            over.countDown();
        }
    }

    /** Calls until a request arrives: a thread that is held up can wait too long for a connection that is free. */
    private static CompletableFuture<?> sent(WxPayClient client, RawServer server) throws Exception {
        CompletableFuture<?> call = client.context().callAsync(operation(false), new Sent(out -> {}));
        while (server.heads().isEmpty()) {
            if (call.isCompletedExceptionally()) {
                call = client.context().callAsync(operation(false), new Sent(out -> {}));
            }
            Thread.sleep(1);
        }
        return call;
    }

    @Test
    void connectionsOfOneClientAndOfAllAreCounted() throws Exception {
        try (RawServer server = server();
                WxPayClients clients = WxPayClients.create()) {
            WxPayClient a = clients.client(merchant("A", server, with -> with.maxConnections(3)));
            WxPayClient b = clients.client(merchant("B", server, with -> with.maxConnections(5)));
            assertThat(a.connectionStats()).isEqualTo(ConnectionStats.NONE);
            call(a, "A", false);
            call(b, "B", false);
            assertThat(a.connectionStats())
                    .isNotNull()
                    .extracting(ConnectionStats::max)
                    .isEqualTo(3);
            assertThat(clients.connectionStats().max()).isEqualTo(8);
            a.close();
            assertThat(a.connectionStats()).isEqualTo(ConnectionStats.NONE);
            assertThat(clients.connectionStats().max()).isEqualTo(5);
        }
    }

    @Test
    void transportOfAnApplicationMayCountItsConnections() {
        assertThat(countedBy(RecordingTransport.answering(""))).isNull();
        ConnectionStats counted = new ConnectionStats(1, 2, 3, 4);
        assertThat(countedBy(new Transport() {
                    @Override
                    public CompletableFuture<TransportResponse> send(TransportRequest request) {
                        throw new UnsupportedOperationException("nothing is called");
                    }

                    @Override
                    public ConnectionStats connectionStats() {
                        return counted;
                    }

                    @Override
                    public void close() {
                        // There is nothing to close.
                    }
                }))
                .isEqualTo(counted);
    }

    private static @Nullable ConnectionStats countedBy(Transport transport) {
        try (WxPayClient client = WxPayClient.create(
                WxPayConfig.builder().transport(() -> transport).build())) {
            return client.connectionStats();
        }
    }

    private List<Seen> certificateCalls() {
        return seen.stream().filter(request -> request.certificate() != null).toList();
    }

    private RawServer server() throws IOException {
        return RawServer.tlsWithClientCertificates(connection -> {
            int number = connections.incrementAndGet();
            while (true) {
                String merchant = connection.request().split("[? ]")[1].substring(1);
                X509Certificate certificate = connection.clientCertificate();
                seen.add(new Seen(
                        number,
                        merchant,
                        certificate == null ? null : String.format("%02X", certificate.getSerialNumber())));
                connection.respond("200 OK", "<xml><a>1</a></xml>");
            }
        });
    }

    private static WxPayConfig merchant(String id, RawServer server, Consumer<WxPayConfig.Builder> change) {
        WxPayConfig.Builder config =
                WxPayConfig.builder().mchid(id).host(server.uri()).trust(RawServer.certificateAuthority());
        change.accept(config);
        return config.build();
    }

    private static void certificate(WxPayConfig.Builder config, KeyPair keys, String serial) {
        try {
            X509Certificate certificate = TestKeys.certificate(keys, serial, Instant.now(), Duration.ofDays(60));
            config.clientCertificatePem(
                    TestKeys.pem("CERTIFICATE", certificate.getEncoded()), TestKeys.pem(keys.getPrivate()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void call(WxPayClient client, String merchant, boolean clientCertificate) {
        client.context().call(operation("/" + merchant, clientCertificate), new Sent(out -> {}));
    }

    private static Operation<Sent, Map<String, String>> operation(boolean clientCertificate) {
        return operation("/any", clientCertificate);
    }

    private static Operation<Sent, Map<String, String>> operation(String path, boolean clientCertificate) {
        Operation.Builder<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, path, path, Read::readFrom)
                .traits(Trait.UNSIGNED_REQUEST)
                .traits(Trait.UNSIGNED_RESPONSE);
        return (clientCertificate ? operation.traits(Trait.CLIENT_CERTIFICATE) : operation).build();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("wxpay-(io|setup|connect|timer)-.*"))
                .count();
    }
}
