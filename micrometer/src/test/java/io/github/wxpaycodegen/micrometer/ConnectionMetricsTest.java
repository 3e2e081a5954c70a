package io.github.wxpaycodegen.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.wxpaycodegen.runtime.CallListener;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Simulator;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One test at a time: what one of them has the gateway do must not meet another. */
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(600)
class ConnectionMetricsTest {
    private static Simulator gateway;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        gateway = Payments.gateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void gaugesShowTheConnectionsOfAClient() throws Exception {
        try (Payments payments = Payments.of(gateway.config()
                        .maxConnections(7)
                        .listener(new CallListener() {})
                        .build());
                ConnectionMetrics metrics = ConnectionMetrics.of("shop", payments.client())) {
            metrics.bindTo(registry);
            assertThat(gauge("wxpay.client.connections.max", "client", "shop")).isZero();
            gateway.next(payments.path(), Behavior.delay(Duration.ofMinutes(1)));
            CompletableFuture<String> call = payments.queryAsync();
            assertThat(gateway.awaitCall(payments.path(), Duration.ofMinutes(5)))
                    .isPresent();
            assertThat(gauge("wxpay.client.connections", "client", "shop", "state", "leased"))
                    .isEqualTo(1);
            assertThat(gauge("wxpay.client.connections", "client", "shop", "state", "available"))
                    .isZero();
            assertThat(gauge("wxpay.client.connections.pending", "client", "shop"))
                    .isZero();
            assertThat(gauge("wxpay.client.connections.max", "client", "shop")).isEqualTo(7);
            call.cancel(true);
        }
    }

    @Test
    void eachNumberHasItsGauge() {
        ConnectionMetrics.of("fixed", new ConnectionStats(1, 2, 3, 4), stats -> stats)
                .bindTo(registry);
        assertThat(gauge("wxpay.client.connections", "state", "leased")).isEqualTo(1);
        assertThat(gauge("wxpay.client.connections", "state", "available")).isEqualTo(2);
        assertThat(gauge("wxpay.client.connections.pending")).isEqualTo(3);
        assertThat(gauge("wxpay.client.connections.max")).isEqualTo(4);
        assertThat(registry.getMeters()).hasSize(4);
    }

    @Test
    void groupOfClientsIsOneSource() {
        try (WxPayClients clients = WxPayClients.create();
                ConnectionMetrics metrics = ConnectionMetrics.of("all", clients)) {
            metrics.bindTo(registry);
            WxPayClient client = clients.client(gateway.config().build());
            client.context()
                    .raw()
                    .v3("GET", "/v3/pay/transactions/id/1")
                    .query("mchid", Payments.MCHID)
                    .send();
            assertThat(gauge("wxpay.client.connections.max", "client", "all")).isEqualTo(200);
        }
    }

    @Test
    void transportThatCountsNothingIsNotANumber() {
        try (WxPayClient client = WxPayClient.create(
                WxPayConfig.builder().transport(CountsNothing::new).build())) {
            ConnectionMetrics.of("own", client).bindTo(registry);
            assertThat(gauge("wxpay.client.connections", "state", "leased")).isNaN();
            assertThat(gauge("wxpay.client.connections.max")).isNaN();
        }
    }

    @Test
    void closeRemovesTheGaugesFromAllRegistries() {
        MeterRegistry second = new SimpleMeterRegistry();
        ConnectionStats stats = ConnectionStats.NONE;
        ConnectionMetrics.of("stays", stats, same -> same).bindTo(registry);
        ConnectionMetrics goes = ConnectionMetrics.of("goes", stats, same -> same);
        goes.bindTo(registry);
        goes.bindTo(second);
        assertThat(registry.getMeters()).hasSize(8);
        assertThat(second.getMeters()).hasSize(4);
        goes.close();
        assertThat(registry.getMeters()).hasSize(4).extracting(Meter::getId).allSatisfy(id -> assertThat(
                        id.getTag("client"))
                .isEqualTo("stays"));
        assertThat(second.getMeters()).isEmpty();
    }

    @Test
    void laterClientTakesTheNameOver() {
        ConnectionMetrics earlier = ConnectionMetrics.of("shop", new ConnectionStats(1, 1, 1, 1), same -> same);
        ConnectionMetrics later = ConnectionMetrics.of("shop", new ConnectionStats(2, 2, 2, 2), same -> same);
        earlier.bindTo(registry);
        later.bindTo(registry);
        assertThat(registry.getMeters()).hasSize(4);
        assertThat(gauge("wxpay.client.connections.max")).isEqualTo(2);

        earlier.close();
        assertThat(registry.getMeters()).hasSize(4);
        assertThat(gauge("wxpay.client.connections", "state", "leased")).isEqualTo(2);

        later.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void filteredNamesAreTakenOverToo() {
        registry.config().meterFilter(MeterFilter.commonTags(Tags.of("region", "south")));
        ConnectionMetrics earlier = ConnectionMetrics.of("shop", new ConnectionStats(1, 1, 1, 1), same -> same);
        ConnectionMetrics later = ConnectionMetrics.of("shop", new ConnectionStats(2, 2, 2, 2), same -> same);
        earlier.bindTo(registry);
        later.bindTo(registry);

        earlier.close();

        assertThat(gauge("wxpay.client.connections.max", "region", "south")).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("NullAway") // callers without null checks pass it
    void namesTheArgumentThatIsNull() {
        ConnectionStats stats = ConnectionStats.NONE;
        assertThatNullPointerException()
                .isThrownBy(() -> ConnectionMetrics.of(null, stats, same -> same))
                .withMessage("name");
        assertThatNullPointerException()
                .isThrownBy(() -> ConnectionMetrics.of("shop", (WxPayClient) null))
                .withMessage("client");
        assertThatNullPointerException()
                .isThrownBy(() -> ConnectionMetrics.of("shop", (WxPayClients) null))
                .withMessage("clients");
        assertThatNullPointerException()
                .isThrownBy(() -> ConnectionMetrics.of("shop", stats, null))
                .withMessage("stats");
    }

    @Test
    void registryDoesNotKeepAClientInMemory() {
        WeakReference<Object> client = bindAndForget();
        while (client.get() != null) {
            System.gc();
        }
        assertThat(gauge("wxpay.client.connections.max")).isNaN();
    }

    private WeakReference<Object> bindAndForget() {
        WxPayClient client = WxPayClient.create(
                WxPayConfig.builder().transport(CountsNothing::new).build());
        ConnectionMetrics.of("forgotten", client, any -> ConnectionStats.NONE).bindTo(registry);
        assertThat(gauge("wxpay.client.connections.max")).isZero();
        client.close();
        return new WeakReference<>(client);
    }

    private double gauge(String name, String... tags) {
        return registry.get(name).tags(tags).gauge().value();
    }

    /** A transport of an application's own. */
    private static final class CountsNothing implements Transport {
        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            throw new UnsupportedOperationException("nothing is called");
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
