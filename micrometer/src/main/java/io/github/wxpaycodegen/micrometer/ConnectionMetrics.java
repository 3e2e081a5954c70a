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
 * <tr><td>{@code wxpay.client.connections.max}</td><td>the most connections that may be open at a time</td></tr>
 * </table>
 *
 * <p>Their tag {@code client} is the name. If a name is bound to a registry again, the later client takes the name over, and
 * closing the earlier metrics leaves its gauges alone. A gauge of a client whose transport does not count its connections is NaN. Close
 * it with the client, which removes the gauges: a bean of Spring is bound and closed by itself. The registry does not keep a
 * client from being collected. Safe for use by many threads.
 */
public final class ConnectionMetrics implements MeterBinder, AutoCloseable {
    /** Description of both states, because Prometheus has one description for each name. */
    private static final String OPEN = "Open connections to WeChat Pay";

    /** Held while gauges change hands: a registry has no single step that replaces one. */
    private static final Object REPLACEMENT = new Object();

    private final Gauges gauges;
    private final List<Bound> bound = new ArrayList<>();

    private ConnectionMetrics(Gauges gauges) {
        this.gauges = gauges;
    }

    /**
     * Returns the gauges of a client, for instance of a generated one: {@code of("shop", pay, WxPay::connectionStats)}.
     *
     * @param name another one for each client of a registry
     * @param client what an application keeps: once it is collected, as a view of {@code with(...)} may be, its gauges are
     *     NaN
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
     * @param name another one for each client of a registry
     * @throws NullPointerException if an argument is null
     */
    public static ConnectionMetrics of(String name, WxPayClient client) {
        return of(name, client, WxPayClient::connectionStats);
    }

    /**
     * Returns the gauges of all clients of a group together.
     *
     * @param name another one for each group of a registry
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

    /** Removes the gauges from the registries that they are bound to, except for those that others have taken over. */
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
                        "The most connections that may be open at a time",
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
