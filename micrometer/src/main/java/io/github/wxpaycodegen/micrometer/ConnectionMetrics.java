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
import java.util.function.Function;
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
 * <p>The tag {@code client} is the name. If the transport of a client does not count its connections, the gauges are NaN.
 * Close the metrics together with the client, which removes the gauges; Spring binds and closes a bean automatically. The
 * registry does not prevent a client from being collected. Safe for use by many threads.
 */
public final class ConnectionMetrics implements MeterBinder, AutoCloseable {
    /** Description for both states, because Prometheus allows only one for each name. */
    private static final String OPEN = "Open connections to WeChat Pay";

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
     */
    public static <T> ConnectionMetrics of(
            String name, T client, Function<? super T, @Nullable ConnectionStats> stats) {
        return new ConnectionMetrics(registry -> bind(registry, name, client, stats));
    }

    /**
     * Returns the gauges of a client.
     *
     * @param name unique among the clients of a registry
     */
    public static ConnectionMetrics of(String name, WxPayClient client) {
        return of(name, client, WxPayClient::connectionStats);
    }

    /**
     * Returns the gauges of a group of clients together.
     *
     * @param name unique among the groups of a registry
     */
    public static ConnectionMetrics of(String name, WxPayClients clients) {
        return of(name, clients, WxPayClients::connectionStats);
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        gauges.bindTo(registry).forEach(gauge -> bound.add(new Bound(registry, gauge)));
    }

    /** Removes the gauges from the registries to which they are bound. */
    @Override
    public synchronized void close() {
        bound.forEach(each -> each.registry().remove(each.gauge()));
        bound.clear();
    }

    private static <T> List<Gauge> bind(
            MeterRegistry registry, String name, T client, Function<? super T, @Nullable ConnectionStats> stats) {
        Tags tags = Tags.of("client", name);
        return List.of(
                gauge("wxpay.client.connections", client, stats, ConnectionStats::leased)
                        .description(OPEN)
                        .tags(tags.and("state", "leased"))
                        .register(registry),
                gauge("wxpay.client.connections", client, stats, ConnectionStats::available)
                        .description(OPEN)
                        .tags(tags.and("state", "available"))
                        .register(registry),
                gauge("wxpay.client.connections.pending", client, stats, ConnectionStats::pending)
                        .description("Requests that wait for a connection")
                        .tags(tags)
                        .register(registry),
                gauge("wxpay.client.connections.max", client, stats, ConnectionStats::max)
                        .description("The maximum number of open connections")
                        .tags(tags)
                        .register(registry));
    }

    private static <T> Gauge.Builder<T> gauge(
            String name,
            T client,
            Function<? super T, @Nullable ConnectionStats> stats,
            ToIntFunction<ConnectionStats> number) {
        return Gauge.builder(name, client, source -> {
            ConnectionStats present = stats.apply(source);
            return present == null ? Double.NaN : number.applyAsInt(present);
        });
    }

    /** Registers the gauges of one client. */
    private interface Gauges {
        List<Gauge> bindTo(MeterRegistry registry);
    }

    private record Bound(MeterRegistry registry, Meter gauge) {}
}
