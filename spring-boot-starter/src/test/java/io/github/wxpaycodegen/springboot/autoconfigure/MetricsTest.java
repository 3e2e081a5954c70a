package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.micrometer.CallMetrics;
import io.github.wxpaycodegen.micrometer.CallObservations;
import io.github.wxpaycodegen.micrometer.ConnectionMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MetricsTest {
    private static ApplicationContextRunner shop() {
        return TestMerchant.application()
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.appid=wx1", "wxpay.host=https://localhost:1")
                .withPropertyValues("wxpay.v2-key=0123456789abcdef0123456789abcdef");
    }

    private static void call(WxPay pay) {
        assertThat(catchThrowable(() -> pay.v2().pay().orderQuery(b -> b.outTradeNo("A1"))))
                .isNotNull();
    }

    @Test
    void callsAreObserved() {
        ObservationRegistry observations = ObservationRegistry.create();
        MeterRegistry meters = new SimpleMeterRegistry();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        shop().withBean(ObservationRegistry.class, () -> observations)
                .withBean(MeterRegistry.class, () -> meters)
                .run(context -> {
                    assertThat(context).hasSingleBean(CallObservations.class).doesNotHaveBean(CallMetrics.class);
                    call(context.getBean(WxPay.class));

                    assertThat(meters.get("wxpay.client.calls").timer().count()).isEqualTo(1);
                });
    }

    @Test
    void callsAreMeasuredWithoutObservations() {
        MeterRegistry meters = new SimpleMeterRegistry();
        shop().withBean(MeterRegistry.class, () -> meters).run(context -> {
            assertThat(context).hasSingleBean(CallMetrics.class).doesNotHaveBean(CallObservations.class);
            call(context.getBean(WxPay.class));

            assertThat(meters.get("wxpay.client.calls").timer().count()).isEqualTo(1);
        });
    }

    @Test
    void connectionsAreGauged() {
        MeterRegistry meters = new SimpleMeterRegistry();
        shop().withBean(MeterRegistry.class, () -> meters).run(context -> {
            context.getBean(ConnectionMetrics.class).bindTo(meters);

            assertThat(meters.get("wxpay.client.connections.max")
                            .tag("client", "wxpay")
                            .gauge()
                            .value())
                    .isGreaterThanOrEqualTo(0);
        });
    }

    /** Both would time the same calls under the same name. */
    @Test
    void ownListenerReplacesOurs() {
        shop().withBean(ObservationRegistry.class, ObservationRegistry::create)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(CallMetrics.class, () -> new CallMetrics(new SimpleMeterRegistry()))
                .run(context ->
                        assertThat(context).hasSingleBean(CallMetrics.class).doesNotHaveBean(CallObservations.class));
    }

    @Test
    void nothingIsMeasuredWithoutMicrometer() {
        shop().withClassLoader(new FilteredClassLoader("io.micrometer")).run(context -> assertThat(context)
                .hasSingleBean(WxPay.class)
                .doesNotHaveBean("wxPayCallObservations")
                .doesNotHaveBean("wxPayConnectionMetrics"));
    }
}
