package io.github.wxpaycodegen.junit;

import static io.github.wxpaycodegen.junit.Fixtures.failures;
import static io.github.wxpaycodegen.junit.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The traffic of the simulator in the failure of a test. */
class SimulatorFailureTest {
    @Test
    void listsRequestsAndDeliveries() {
        Throwable failure = failures(run(Failing.class)).get(0);

        assertThat(failure).hasMessage("on purpose");
        assertThat(failure.getSuppressed())
                .singleElement()
                .asString()
                .startsWith("The simulator received 2 requests:\n  POST /v3/pay/transactions/native, status 200\n"
                        + "  POST /v3/pay/transactions/native (rejected: 400 PARAM_ERROR: ")
                .contains(", status 400\nand made 1 attempt to deliver a notification:\n  TRANSACTION.SUCCESS to"
                        + " http://localhost:1/none, attempt 1: ")
                .doesNotContain("umbrella");
        assertThat(stackTrace(failure)).contains("Suppressed: The simulator received 2 requests:");
    }

    @WxPaySimulator
    static class Failing {
        @Test
        void test(Simulator simulator, Shop shop, Orders orders) throws Exception {
            shop.order("ORDER-1");
            assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> shop.order("A1"));
            orders.pay("ORDER-1");
            assertThat(simulator.notifications().await((NotificationAttempt attempt) -> true, Duration.ofMinutes(5)))
                    .isPresent();
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void saysThatThereWasNothing() {
        assertThat(failures(run(Idle.class)).get(0).getSuppressed())
                .singleElement()
                .asString()
                .isEqualTo("The simulator received no requests\nand made no attempts to deliver a notification");
    }

    @WxPaySimulator
    static class Idle {
        @Test
        void test() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void coversMethodsAroundTheTest() {
        assertThat(failures(run(FailingAfterwards.class)).get(0).getSuppressed())
                .singleElement()
                .asString()
                .contains("received 1 request:");
        assertThat(failures(run(FailingBefore.class)).get(0).getSuppressed())
                .singleElement()
                .asString()
                .contains("received 1 request:");
    }

    @WxPaySimulator
    static class FailingAfterwards {
        @Test
        void test(Shop shop) {
            shop.order("ORDER-1");
        }

        @AfterEach
        void fail() {
            throw new AssertionError("on purpose");
        }
    }

    @WxPaySimulator
    static class FailingBefore {
        @BeforeAll
        static void fail(Shop shop) {
            shop.order("ORDER-1");
            throw new AssertionError("on purpose");
        }

        @Test
        void test() {
            throw new AssertionError("not reached");
        }
    }

    @Test
    void publishesWhatFailureDoesNotAccept() {
        EngineExecutionResults results = run(Closed.class);

        assertThat(failures(results).get(0).getSuppressed()).isEmpty();
        assertThat(results.testEvents().reportingEntryPublished().count()).isEqualTo(1);
    }

    @WxPaySimulator
    static class Closed {
        @Test
        void test() {
            throw new WithoutSuppression();
        }
    }

    private static final class WithoutSuppression extends RuntimeException {
        private static final long serialVersionUID = 1;

        WithoutSuppression() {
            super("on purpose", null, false, true);
        }
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
