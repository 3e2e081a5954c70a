package io.github.wxpaycodegen.junit;

import static io.github.wxpaycodegen.junit.Fixtures.assertSucceeded;
import static io.github.wxpaycodegen.junit.Fixtures.runConcurrently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Simulators when JUnit runs tests concurrently. */
class ConcurrentTestsTest {
    @Test
    void testsOfOneSimulatorDoNotDisturbEachOther() {
        assertSucceeded(runConcurrently(Methods.class), 11);
        assertThat(Methods.MOST.get()).isEqualTo(1);
    }

    @WxPaySimulator
    static class Methods {
        static final AtomicInteger MOST = new AtomicInteger();
        static final AtomicInteger RUNNING = new AtomicInteger();

        @RepeatedTest(10)
        void test(Shop shop, Simulator simulator, Orders orders) {
            use(MOST, RUNNING, shop, simulator, orders);
        }

        @Test
        void other(Shop shop, Simulator simulator, Orders orders) {
            use(MOST, RUNNING, shop, simulator, orders);
        }
    }

    private static void use(AtomicInteger most, AtomicInteger running, Shop shop, Simulator simulator, Orders orders) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        shop.order("ORDER-1");
        orders.pay("ORDER-1");
        shop.query("ORDER-1");
        assertThat(simulator.calls()).hasSize(2);
        running.decrementAndGet();
    }

    @Test
    void classesOfSuiteDoNotDisturbEachOther() {
        assertSucceeded(runConcurrently(SuiteOne.class, SuiteTwo.class, SuiteThree.class), 9);
        assertThat(SuiteBase.MOST.get()).isEqualTo(1);
    }

    @WxPaySimulator(scope = WxPaySimulator.Scope.SUITE)
    abstract static class SuiteBase {
        static final AtomicInteger MOST = new AtomicInteger();
        static final AtomicInteger RUNNING = new AtomicInteger();

        @RepeatedTest(3)
        void test(Shop shop, Simulator simulator, Orders orders) {
            use(MOST, RUNNING, shop, simulator, orders);
        }
    }

    static class SuiteOne extends SuiteBase {}

    static class SuiteTwo extends SuiteBase {}

    static class SuiteThree extends SuiteBase {}

    /** Each waits for the other, so they succeed only if they run at the same time. */
    @Test
    void testsOfDifferentSimulatorsRunAtTheSameTime() {
        assertSucceeded(runConcurrently(MeetingOne.class, MeetingTwo.class), 2);
    }

    @WxPaySimulator
    abstract static class Meeting {
        private static final CyclicBarrier BARRIER = new CyclicBarrier(2);

        @Test
        void test(Shop shop, Simulator simulator) throws Exception {
            shop.order("ORDER-1");
            BARRIER.await(120, TimeUnit.SECONDS);
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    static class MeetingOne extends Meeting {}

    static class MeetingTwo extends Meeting {}

    @Test
    void testsWithoutResetRunAtTheSameTime() {
        assertSucceeded(runConcurrently(Unlimited.class), 2);
    }

    @WxPaySimulator(reset = false)
    static class Unlimited {
        private static final CyclicBarrier BARRIER = new CyclicBarrier(2);

        @Test
        void one() throws Exception {
            BARRIER.await(120, TimeUnit.SECONDS);
        }

        @Test
        void two() throws Exception {
            BARRIER.await(120, TimeUnit.SECONDS);
        }
    }

    /** As when JUnit uses a thread that waits for other tasks of its pool. */
    @Test
    void rejectsTestWithinTest() throws Exception {
        WxPaySimulator settings = Methods.class.getAnnotation(WxPaySimulator.class);
        try (RunningSimulator running = RunningSimulator.start(settings)) {
            running.beginTest();
            assertThatIllegalStateException()
                    .isThrownBy(running::beginTest)
                    .withMessageStartingWith("another test that uses this simulator has not ended in this thread.");
            running.endTest();

            running.beginTest();
            running.endTest();
        }
    }
}
