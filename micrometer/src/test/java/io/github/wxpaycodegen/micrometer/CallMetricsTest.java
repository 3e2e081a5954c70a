package io.github.wxpaycodegen.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.V3Behavior;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One test at a time: what one of them has the gateway do must not meet another. */
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(600)
class CallMetricsTest {
    private static Simulator gateway;

    private static final Tags QUERY = Tags.of("operation", Payments.URI, "method", "GET", "protocol", "v3");
    private static final Tags SUCCESS =
            Tags.of("outcome", "SUCCESS", "status", "200", "exception", "none").and("error.code", "none");

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
    void successIsTimedByOperation() {
        try (Payments payments = Payments.of(gateway, new CallMetrics(registry))) {
            payments.query();
            payments.query();
            Timer calls = registry.get("wxpay.client.calls").timer();
            assertThat(Tags.of(calls.getId().getTags())).isEqualTo(QUERY.and(SUCCESS));
            assertThat(calls.count()).isEqualTo(2);
            assertThat(calls.totalTime(TimeUnit.NANOSECONDS)).isPositive();
            Timer attempts = registry.get("wxpay.client.attempts").timer();
            assertThat(Tags.of(attempts.getId().getTags()))
                    .isEqualTo(QUERY.and(SUCCESS).and("host", gateway.baseUri().getAuthority()));
            assertThat(attempts.count()).isEqualTo(2);
            assertThat(attempts.totalTime(TimeUnit.NANOSECONDS))
                    .isPositive()
                    .isLessThanOrEqualTo(calls.totalTime(TimeUnit.NANOSECONDS));
            assertThat(registry.find("wxpay.client.retries").counter()).isNull();
        }
    }

    @Test
    void repeatedAttemptsAreCounted() {
        try (Payments payments = Payments.of(gateway, new CallMetrics(registry))) {
            gateway.next(payments.path(), V3Behavior.error(500, "SYSTEM_ERROR", "系统错误"));
            payments.query();
        }
        assertThat(registry.get("wxpay.client.calls").tags(SUCCESS).timer().count())
                .isEqualTo(1);
        assertThat(registry.get("wxpay.client.attempts").tags(SUCCESS).timer().count())
                .isEqualTo(1);
        assertThat(registry.get("wxpay.client.attempts")
                        .tags("outcome", "UNKNOWN", "status", "500", "error.code", "SYSTEM_ERROR")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("wxpay.client.retries").tags(QUERY).counter().count())
                .isEqualTo(1);
    }

    @Test
    void failureHasItsOutcomeAndErrorCode() {
        try (Payments payments = Payments.of(gateway, new CallMetrics(registry))) {
            gateway.next(payments.path(), V3Behavior.error(404, "ORDER_NOT_EXIST", "订单不存在"));
            assertThatThrownBy(payments::query).isInstanceOf(WxPayException.class);
        }
        assertThat(tagsOf("wxpay.client.calls"))
                .containsExactly(QUERY.and("outcome", "REJECTED", "status", "404", "exception", "GatewayException")
                        .and("error.code", "ORDER_NOT_EXIST"));
    }

    @Test
    void callThatIsNotSentHasNoStatus() {
        Payments payments = Payments.of(gateway, new CallMetrics(registry));
        payments.close();
        assertThatThrownBy(payments::query).isInstanceOf(WxPayException.class);
        assertThat(tagsOf("wxpay.client.calls"))
                .containsExactly(QUERY.and("outcome", "NOT_SENT", "status", "none", "exception", "TransportException")
                        .and("error.code", "none"));
    }

    @Test
    void pathOfACallWithoutSpecIsNoTag() {
        Payments payments = Payments.of(gateway, new CallMetrics(registry));
        try (payments) {
            payments.queryWithoutSpec();
        }
        assertThat(tagsOf("wxpay.client.calls"))
                .containsExactly(
                        SUCCESS.and("operation", "none").and("method", "GET").and("protocol", "v3"));
        assertThat(registry.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTags())
                        .extracting(Tag::getValue)
                        .noneMatch(value -> value.contains(payments.order())));
    }

    @Test
    void allMetersOfANameHaveTheSameTagKeys() {
        try (Payments payments = Payments.of(gateway, new CallMetrics(registry))) {
            gateway.next(payments.path(), V3Behavior.error(404, "ORDER_NOT_EXIST", "订单不存在"));
            assertThatThrownBy(payments::query).isInstanceOf(WxPayException.class);
            payments.query();
            payments.queryWithoutSpec();
        }
        Map<String, Set<List<String>>> keys = registry.getMeters().stream()
                .map(Meter::getId)
                .collect(Collectors.groupingBy(
                        Meter.Id::getName,
                        Collectors.mapping(
                                id -> id.getTags().stream().map(Tag::getKey).toList(), Collectors.toSet())));
        assertThat(keys).containsOnlyKeys("wxpay.client.calls", "wxpay.client.attempts");
        assertThat(keys.values()).allSatisfy(each -> assertThat(each).hasSize(1));
    }

    @Test
    void additionalTagsAreOnAllMeters() {
        CallMetrics metrics = new CallMetrics(registry, Tags.of("mchid", Payments.MCHID));
        try (Payments payments = Payments.of(gateway, metrics)) {
            gateway.next(payments.path(), V3Behavior.error(500, "SYSTEM_ERROR", "系统错误"));
            payments.query();
        }
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains("wxpay.client.calls", "wxpay.client.attempts", "wxpay.client.retries");
        assertThat(registry.getMeters())
                .allSatisfy(meter -> assertThat(meter.getId().getTag("mchid")).isEqualTo(Payments.MCHID));
    }

    private List<Tags> tagsOf(String name) {
        return registry.get(name).timers().stream()
                .map(timer -> Tags.of(timer.getId().getTags()))
                .toList();
    }
}
