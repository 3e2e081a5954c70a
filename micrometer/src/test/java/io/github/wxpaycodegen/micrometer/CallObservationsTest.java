package io.github.wxpaycodegen.micrometer;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.V3Behavior;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One test at a time: what one of them has the gateway do must not meet another. */
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(600)
class CallObservationsTest {
    private static Simulator gateway;

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    @BeforeAll
    static void start() {
        gateway = Payments.gateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void callIsObservedUnderItsOperation() {
        try (Payments payments = Payments.of(gateway, new CallObservations(registry))) {
            payments.query();
            assertThat(registry)
                    .hasSingleObservationThat()
                    .hasNameEqualTo("wxpay.client.calls")
                    .hasContextualNameEqualTo("GET " + Payments.URI)
                    .hasLowCardinalityKeyValue("operation", Payments.URI)
                    .hasLowCardinalityKeyValue("method", "GET")
                    .hasLowCardinalityKeyValue("protocol", "v3")
                    .hasLowCardinalityKeyValue("outcome", "SUCCESS")
                    .hasLowCardinalityKeyValue("status", "200")
                    .hasLowCardinalityKeyValue("exception", "none")
                    .hasLowCardinalityKeyValue("error.code", "none")
                    .hasHighCardinalityKeyValue("mchid", Payments.MCHID)
                    .hasHighCardinalityKeyValue("host", gateway.baseUri().getAuthority())
                    .hasHighCardinalityKeyValueWithKey("request.id")
                    .hasBeenStarted()
                    .hasBeenStopped()
                    .doesNotHaveError();
        }
    }

    @Test
    void callWithoutSpecHasNoPathInItsName() {
        try (Payments payments = Payments.of(gateway, new CallObservations(registry))) {
            payments.queryWithoutSpec();
        }
        assertThat(registry)
                .hasSingleObservationThat()
                .hasContextualNameEqualTo("GET")
                .hasLowCardinalityKeyValue("operation", "none");
    }

    @Test
    void failedCallHasAnErrorThatSaysHowItEnded() {
        try (Payments payments = Payments.of(gateway, new CallObservations(registry))) {
            gateway.next(payments.path(), V3Behavior.error(404, "ORDER_NOT_EXIST", "订单不存在"));
            assertThatThrownBy(payments::query).isInstanceOf(WxPayException.class);
        }
        assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("outcome", "REJECTED")
                .hasLowCardinalityKeyValue("status", "404")
                .hasLowCardinalityKeyValue("exception", "GatewayException")
                .hasLowCardinalityKeyValue("error.code", "ORDER_NOT_EXIST")
                .hasBeenStopped()
                .assertThatError()
                .isInstanceOf(CallFailure.class)
                .hasMessageContaining("GET " + Payments.URI)
                .hasMessageContaining("REJECTED, HTTP status 404, code ORDER_NOT_EXIST")
                .hasMessageNotContaining("订单不存在");
    }

    @Test
    void canceledCallIsStopped() throws Exception {
        try (Payments payments = Payments.of(gateway, new CallObservations(registry))) {
            gateway.next(payments.path(), Behavior.delay(Duration.ofMinutes(1)));
            CompletableFuture<String> call = payments.queryAsync();
            assertThat(gateway.awaitCall(payments.path(), Duration.ofMinutes(5)))
                    .isPresent();
            call.cancel(true);
        }
        assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("outcome", "UNKNOWN")
                .hasLowCardinalityKeyValue("exception", "CancellationException")
                .hasBeenStopped();
    }

    @Test
    void observationOfTheCallingThreadIsTheParent() {
        Recorder recorder = new Recorder();
        registry.observationConfig().observationHandler(recorder);
        Observation parent = Observation.createNotStarted("shop", registry);
        try (Payments payments = Payments.of(gateway, new CallObservations(registry))) {
            parent.observe(payments::query);
        }
        assertThat(recorder.stopped).singleElement().satisfies(context -> assertThat(context.getParentObservation())
                .isSameAs(parent));
    }

    @Test
    void eachAttemptIsAnEvent() {
        Recorder recorder = new Recorder();
        registry.observationConfig().observationHandler(recorder);
        try (Payments payments = Payments.of(gateway, new CallObservations(registry))) {
            gateway.next(payments.path(), V3Behavior.error(500, "SYSTEM_ERROR", "系统错误"));
            payments.query();
            String host = gateway.baseUri().getAuthority();
            assertThat(recorder.events).extracting(Observation.Event::getName).containsExactly("attempt", "attempt");
            assertThat(recorder.events)
                    .extracting(Observation.Event::getContextualName)
                    .containsExactly("attempt 1 at " + host, "attempt 2 at " + host);
        }
    }

    @Test
    void meterHandlerCreatesTimerOfCallMetrics() {
        MeterRegistry meters = new SimpleMeterRegistry();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        Payments payments = Payments.of(gateway, new CallObservations(registry));
        try (payments) {
            payments.query();
        }
        assertThat(meters.get("wxpay.client.calls")
                        .tags("operation", Payments.URI, "outcome", "SUCCESS", "status", "200", "error.code", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("wxpay.client.calls.attempt").counter().count()).isEqualTo(1);
        assertThat(meters.getMeters())
                .allSatisfy(
                        meter -> assertThat(meter.getId().toString()).doesNotContain(payments.order(), Payments.MCHID));
    }

    @Test
    void conventionMayAddKeyValues() {
        CallConvention convention = new DefaultCallConvention() {
            @Override
            public KeyValues getLowCardinalityKeyValues(CallContext context) {
                return super.getLowCardinalityKeyValues(context)
                        .and("title", String.valueOf(context.call().title()));
            }
        };
        try (Payments payments = Payments.of(gateway, new CallObservations(registry, convention))) {
            payments.query();
        }
        assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("title", "微信支付订单号查询订单")
                .hasLowCardinalityKeyValue("outcome", "SUCCESS");
    }

    @Test
    void acceptsRegistryWithoutHandlers() {
        try (Payments payments = Payments.of(gateway, new CallObservations(ObservationRegistry.NOOP))) {
            payments.query();
            assertThat(gateway.calls()).anyMatch(call -> call.path().equals(payments.path()));
        }
    }

    /** Keeps the contexts of calls, and their events. */
    private static final class Recorder implements ObservationHandler<CallContext> {
        private final List<CallContext> stopped = new CopyOnWriteArrayList<>();
        private final List<Observation.Event> events = new CopyOnWriteArrayList<>();

        @Override
        public void onEvent(Observation.Event event, CallContext context) {
            events.add(event);
        }

        @Override
        public void onStop(CallContext context) {
            stopped.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof CallContext;
        }
    }
}
