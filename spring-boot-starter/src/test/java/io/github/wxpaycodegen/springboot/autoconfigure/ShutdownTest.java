package io.github.wxpaycodegen.springboot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import io.github.wxpaycodegen.springboot.WxPayConfigCustomizer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;

class ShutdownTest {
    /** By how much Spring Boot stops the server later than it begins to refuse requests. */
    private static final int STOP_AFTER_GRACE = 1024;

    private final SlowGateway gateway = new SlowGateway();

    @Test
    void waitsForCallsInProgress() {
        AtomicBoolean isStopped = new AtomicBoolean();
        TestMerchant.application()
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.appid=wx1")
                .withPropertyValues("wxpay.v2-key=0123456789abcdef0123456789abcdef")
                .withBean(WxPayConfigCustomizer.class, () -> (merchant, config) -> config.transport(() -> gateway))
                .run(context -> {
                    CallsInProgress calls = context.getBean(CallsInProgress.class);
                    CompletableFuture<?> call =
                            context.getBean(WxPay.class).v2().pay().orderQuery().postAsync(b -> b.outTradeNo("A1"));

                    calls.stop(() -> isStopped.set(true));
                    assertThat(isStopped).isFalse();

                    gateway.response.complete(new TransportResponse(502, Map.of(), new byte[0]));
                    assertThat(call.handle((value, failure) -> failure).join()).isNotNull();
                    assertThat(isStopped).isTrue();
                    assertThat(gateway.closed.getCount()).isEqualTo(1);
                });
        assertThat(gateway.closed.getCount()).isZero();
    }

    @Test
    void stopsAtOnceIfNothingIsCalled() {
        AtomicBoolean isStopped = new AtomicBoolean();
        new CallsInProgress().stop(() -> isStopped.set(true));
        assertThat(isStopped).isTrue();
    }

    /** Requests that the server still serves may make calls. */
    @Test
    void stopsAfterTheWebServer() {
        assertThat(new CallsInProgress().getPhase())
                .isLessThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - STOP_AFTER_GRACE);
    }

    @Test
    void lazyApplicationIsValidatedAtStartToo() {
        TestMerchant.application()
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withPropertyValues("wxpay.mchid=1900000001", "wxpay.v2-key=short")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("wxpay.v2-key must be 32 bytes (was 5)"));
    }

    /** A gateway that responds when the test lets it. */
    private static final class SlowGateway implements Transport {
        private final CompletableFuture<TransportResponse> response = new CompletableFuture<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public CompletableFuture<TransportResponse> send(TransportRequest request) {
            return response;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
