package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayClients;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the connections of a client, or of a group of clients:
 *
 * <pre>{@code
 * ConnectionMetrics metrics = ConnectionMetrics.of("shop", pay, WxPay::connectionStats);
 * metrics.bindTo(registry);
 * }</pre>
 *
 * <table>
 * <caption>Gauges</caption>
 * <tr><td>{@code wxpay.client.connections}</td><td>open connections, by their {@code state}: {@code leased} or {@code
 * available}</td></tr>
 * <tr><td>{@code wxpay.client.connections.pending}</td><td>requests that wait for a connection</td></tr>
 * <tr><td>{@code wxpay.client.connections.max}</td><td>the maximum number of open connections</td></tr>
 * </table>
 *
 * <p>The tag {@code client} is the name. If a name is bound to a registry again, the later client replaces the earlier one,
 * and closing the earlier metrics does not remove the later gauges. If the transport of a client does not count its
 * connections, the gauges are NaN. Close the metrics together with the client, which removes the gauges; Spring binds and
 * closes a bean automatically. The registry does not prevent a client from being collected. Thread-safe.
 */
public final class ConnectionMetrics implements MeterBinder, AutoCloseable {
    /** Description for both states, because Prometheus allows only one for each name. */
    private static final String OPEN = "Open connections to WeChat Pay";

    /** Lock for replacing gauges, because a registry has no atomic operation for it. */
    private static final Object REPLACEMENT = new Object();

    private final Gauges gauges;
    private final List<Bound> bound = new ArrayList<>();

    private ConnectionMetrics(Gauges gauges) {
        this.gauges = gauges;
    }

    /**
     * Returns the gauges of a client, for instance of a generated one: {@code of("shop", pay, WxPay::connectionStats)}.
     *
     * @param name unique among the clients of a registry
     * @param client an object that the application keeps referenced; once it is collected, as a view created by {@code
     *     with(...)} may be, its gauges are NaN
     * @param stats must not refer to the client, or the registry keeps that in memory
     * @throws NullPointerException if an argument is null
     */
    public static <T> ConnectionMetrics of(
            String name, T client, Function<? super T, @Nullable ConnectionStats> stats) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(stats, "stats");
        return new ConnectionMetrics(registry -> bind(registry, name, client, stats));
    }

    /**
     * Returns the gauges of a client.
     *
     * @param name unique among the clients of a registry
     * @throws NullPointerException if an argument is null
     */
    public static ConnectionMetrics of(String name, WxPayClient client) {
        return of(name, client, WxPayClient::connectionStats);
    }

    /**
     * Returns the gauges of a group of clients together.
     *
     * @param name unique among the groups of a registry
     * @throws NullPointerException if an argument is null
     */
    public static ConnectionMetrics of(String name, WxPayClients clients) {
        return of(name, Objects.requireNonNull(clients, "clients"), WxPayClients::connectionStats);
    }

    /** Registers the gauges. Gauges of the same name are removed first, even if they belong to another client. */
    @Override
    public void bindTo(MeterRegistry registry) {
        synchronized (REPLACEMENT) {
            gauges.bindTo(registry).forEach(gauge -> bound.add(new Bound(registry, gauge)));
        }
    }

    /** Removes the gauges from the registries to which they are bound, except for those that other metrics have replaced. */
    @Override
    public void close() {
        synchronized (REPLACEMENT) {
            bound.forEach(Bound::remove);
            bound.clear();
        }
    }

    private static <T> List<Gauge> bind(
            MeterRegistry registry, String name, T client, Function<? super T, @Nullable ConnectionStats> stats) {
        Tags tags = Tags.of("client", name);
        return List.of(
                replace(
                        registry,
                        "wxpay.client.connections",
                        tags.and("state", "leased"),
                        OPEN,
                        client,
                        number(stats, ConnectionStats::leased)),
                replace(
                        registry,
                        "wxpay.client.connections",
                        tags.and("state", "available"),
                        OPEN,
                        client,
                        number(stats, ConnectionStats::available)),
                replace(
                        registry,
                        "wxpay.client.connections.pending",
                        tags,
                        "Requests that wait for a connection",
                        client,
                        number(stats, ConnectionStats::pending)),
                replace(
                        registry,
                        "wxpay.client.connections.max",
                        tags,
                        "The maximum number of open connections",
                        client,
                        number(stats, ConnectionStats::max)));
    }

    private static <T> Gauge replace(
            MeterRegistry registry, String name, Tags tags, String description, T client, ToDoubleFunction<T> number) {
        // A registry returns the gauge that it has, which shows the earlier client.
        registry.removeByPreFilterId(new Meter.Id(name, tags, null, description, Meter.Type.GAUGE));
        return Gauge.builder(name, client, number)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private static <T> ToDoubleFunction<T> number(
            Function<? super T, @Nullable ConnectionStats> stats, ToIntFunction<ConnectionStats> number) {
        return client -> {
            ConnectionStats present = stats.apply(client);
            return present == null ? Double.NaN : number.applyAsInt(present);
        };
    }

    /** Registers the gauges of one client. */
    private interface Gauges {
        List<Gauge> bindTo(MeterRegistry registry);
    }

    private record Bound(MeterRegistry registry, Meter gauge) {
        void remove() {
            if (registry.getMeters().stream().anyMatch(meter -> meter == gauge)) {
                registry.remove(gauge);
            }
        }
    }
}
