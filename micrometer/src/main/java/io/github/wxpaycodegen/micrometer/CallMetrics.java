package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallAttempt;
import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallInfo;
import io.github.wxpaycodegen.runtime.CallListener;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;

/**
 * Meters of calls:
 *
 * <pre>{@code
 * WxPayConfig.builder().listener(new CallMetrics(registry));
 * }</pre>
 *
 * <table>
 * <caption>Meters</caption>
 * <tr><td>{@code wxpay.client.calls}</td><td>timer of whole calls, including pauses between attempts</td></tr>
 * <tr><td>{@code wxpay.client.attempts}</td><td>timer of individual requests, with the additional tag {@code host}</td></tr>
 * <tr><td>{@code wxpay.client.retries}</td><td>counter of the attempts after the first one of a call</td></tr>
 * </table>
 *
 * <p>The tags are {@code operation}, {@code method} and {@code protocol}. Timers also have {@code outcome} ({@code SUCCESS}
 * or an {@link io.github.wxpaycodegen.runtime.CallEnd#outcome() Outcome}), {@code status}, {@code exception} and {@code
 * error.code}. A missing value is {@code none}. Calls without a spec have the operation {@code none}, because their path may
 * contain an order number. After 100 different error codes and 20 hosts, new ones become {@code other}.
 *
 * <p>If an {@code ObservationRegistry} creates meters, as in Spring Boot, use either this class or {@link CallObservations}:
 * both use the same name for the timer of calls. One listener may serve any number of clients. Thread-safe.
 */
public final class CallMetrics implements CallListener {
    private final CallTags tags = new CallTags();
    private final MeterProvider<Timer> calls;
    private final MeterProvider<Timer> attempts;
    private final MeterProvider<Counter> retries;

    /** Creates a listener that records to a registry. */
    public CallMetrics(MeterRegistry registry) {
        this(registry, List.of());
    }

    /**
     * Creates a listener that records to a registry with additional tags, such as the merchant id of a client with its
     * own listener. All listeners of a registry should have the same tags.
     */
    public CallMetrics(MeterRegistry registry, Iterable<Tag> tags) {
        Tags further = Tags.of(tags);
        this.calls = Timer.builder("wxpay.client.calls")
                .description("Calls to WeChat Pay")
                .tags(further)
                .withRegistry(registry);
        this.attempts = Timer.builder("wxpay.client.attempts")
                .description("Requests to WeChat Pay; a call may have several")
                .tags(further)
                .withRegistry(registry);
        this.retries = Counter.builder("wxpay.client.retries")
                .description("Requests to WeChat Pay after the first one of a call")
                .tags(further)
                .withRegistry(registry);
    }

    @Override
    public void onAttempt(CallAttempt attempt) {
        attempts.withTags(meterTags(tags.of(attempt))).record(attempt.duration());
        if (attempt.number() > 1) {
            retries.withTags(meterTags(CallTags.of(attempt.call()))).increment();
        }
    }

    @Override
    public void onEnd(CallEnd end) {
        CallInfo call = end.call();
        calls.withTags(meterTags(tags.of(call, end))).record(end.duration());
    }

    private static List<Tag> meterTags(KeyValues values) {
        return values.stream()
                .map(value -> Tag.of(value.getKey(), value.getValue()))
                .toList();
    }
}
