package io.github.wxpaycodegen.junit;

import static io.github.wxpaycodegen.junit.Fixtures.assertClosed;
import static io.github.wxpaycodegen.junit.Fixtures.assertSucceeded;
import static io.github.wxpaycodegen.junit.Fixtures.failures;
import static io.github.wxpaycodegen.junit.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The lifetime of simulators and their clients, and the tests that share them. */
class SimulatorScopeTest {
    @Test
    void closesSimulatorAndClientsAfterClass() {
        assertSucceeded(run(Closing.class), 1);
        assertThat(Closing.shop.isClosed()).isTrue();
        assertClosed(Closing.simulator);
    }

    @WxPaySimulator
    static class Closing {
        @WxPaySimulator
        static Simulator simulator;

        @WxPaySimulator
        static Shop shop;

        @Test
        void isOpen() {
            assertThat(shop.isClosed()).isFalse();
            shop.order("ORDER-1");
            shop.query("ORDER-1");
        }
    }

    @Test
    void closesEverythingAlthoughOneClientFails() {
        assertThat(failures(run(FailingToClose.class))).singleElement().satisfies(failure -> assertThat(failure)
                .hasStackTraceContaining("a client could not be closed"));
        assertThat(FailingToClose.shop.isClosed()).isTrue();
        assertClosed(FailingToClose.simulator);
    }

    @WxPaySimulator
    static class FailingToClose {
        @WxPaySimulator
        static Simulator simulator;

        static Shop shop;

        @Test
        void test(Stubborn first, Shop second) {
            assertThat(first).isNotNull();
            shop = second;
        }
    }

    /** A client that cannot be closed. */
    public record Stubborn(WxPayConfig config) implements AutoCloseable {
        public static Stubborn create(WxPayConfig config) {
            return new Stubborn(config);
        }

        @Override
        public void close() {
            throw new IllegalStateException("on purpose");
        }
    }

    @Test
    void nestedClassesShareSimulator() {
        assertSucceeded(run(Outer.class), 3);
        assertThat(new HashSet<>(Outer.SIMULATORS)).hasSize(1);
        assertThat(new HashSet<>(Outer.OTHERS)).hasSize(1).doesNotContainAnyElementsOf(Outer.SIMULATORS);
    }

    @WxPaySimulator
    static class Outer {
        static final Queue<Simulator> SIMULATORS = new ConcurrentLinkedQueue<>();
        static final Queue<Simulator> OTHERS = new ConcurrentLinkedQueue<>();

        @Test
        void test(Simulator simulator) {
            SIMULATORS.add(simulator);
        }

        @Nested
        class Inner {
            @WxPaySimulator
            private Orders orders;

            @Test
            void test(Simulator simulator) {
                SIMULATORS.add(simulator);
                assertThat(orders).isSameAs(simulator.orders());
            }
        }

        @Nested
        @WxPaySimulator(mchid = "1900000002")
        class Other {
            @Test
            void test(Simulator simulator, WxPayConfig config) {
                OTHERS.add(simulator);
                assertThat(config.mchid()).isEqualTo("1900000002");
            }
        }
    }

    @Test
    void subclassesHaveTheirOwn() {
        assertSucceeded(run(FirstShop.class, SecondShop.class), 2);
        assertThat(new HashSet<>(Base.SIMULATORS)).hasSize(2);
    }

    @WxPaySimulator
    abstract static class Base {
        static final Queue<Simulator> SIMULATORS = new ConcurrentLinkedQueue<>();

        @Test
        void test(Simulator simulator) {
            SIMULATORS.add(simulator);
        }
    }

    static class FirstShop extends Base {}

    static class SecondShop extends Base {}

    @Test
    void methodCanHaveItsOwn() {
        assertSucceeded(run(OnMethod.class), 5);
        assertThat(new HashSet<>(OnMethod.OWN)).hasSize(1);
        assertClosed(OnMethod.OWN.peek());
    }

    @WxPaySimulator
    static class OnMethod {
        static final Queue<Simulator> OWN = new ConcurrentLinkedQueue<>();

        @WxPaySimulator
        private WxPayConfig config;

        @Test
        void ofClass(WxPayConfig parameter) {
            assertThat(parameter.mchid()).isEqualTo("1230000109").isEqualTo(config.mchid());
        }

        @RepeatedTest(3)
        @WxPaySimulator(mchid = "1900000003")
        void own(WxPayConfig parameter, Simulator simulator, Shop shop) {
            OWN.add(simulator);
            assertThat(parameter.mchid()).isEqualTo("1900000003").isEqualTo(config.mchid());
            shop.order("ORDER-1");
            assertThat(simulator.calls()).hasSize(1);
        }

        @Test
        void ofClassAgain(WxPayConfig parameter) {
            assertThat(parameter.mchid()).isEqualTo("1230000109").isEqualTo(config.mchid());
        }
    }

    @Test
    void methodNeedsNoClass() {
        assertSucceeded(run(OnlyOnMethod.class), 1);
    }

    static class OnlyOnMethod {
        @Test
        @WxPaySimulator
        void test(Shop shop, Orders orders) {
            shop.order("ORDER-1");
            orders.pay("ORDER-1");
        }
    }

    @Test
    void fieldsNeedNoClass() {
        assertSucceeded(run(OnFields.class, OnInstanceField.class, OnPerClassField.class), 5);
    }

    static class OnFields {
        @WxPaySimulator(mchid = "1900000004")
        private static Simulator simulator;

        @WxPaySimulator
        private Shop shop;

        @BeforeAll
        static void isThere() {
            assertThat(simulator).isNotNull();
        }

        @Test
        void test() {
            shop.order("ORDER-1");
            assertThat(simulator.calls()).hasSize(1);
            assertThat(shop.config().mchid()).isEqualTo("1900000004");
        }
    }

    static class OnInstanceField {
        @WxPaySimulator
        private Shop shop;

        @RepeatedTest(2)
        void test(Simulator simulator) {
            shop.order("ORDER-1");
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OnPerClassField {
        @WxPaySimulator
        private Shop shop;

        @RepeatedTest(2)
        void test(Simulator simulator) {
            shop.order("ORDER-1");
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    @Test
    void suiteSharesSimulatorUntilItsEnd() {
        assertSucceeded(run(FirstOfSuite.class, SecondOfSuite.class, OtherOfSuite.class), 3);
        assertThat(FirstOfSuite.simulator).isSameAs(SecondOfSuite.simulator).isNotSameAs(OtherOfSuite.simulator);
        assertThat(SecondOfSuite.shop.isClosed()).isTrue();
        assertClosed(FirstOfSuite.simulator);
        assertClosed(OtherOfSuite.simulator);
    }

    @WxPaySimulator(scope = WxPaySimulator.Scope.SUITE)
    static class FirstOfSuite {
        static Simulator simulator;

        @Test
        void test(Simulator given, Shop shop) {
            simulator = given;
            shop.order("ORDER-1");
        }
    }

    @WxPaySimulator(scope = WxPaySimulator.Scope.SUITE)
    static class SecondOfSuite {
        static Simulator simulator;
        static Shop shop;

        @Test
        void test(Simulator given, Shop client) {
            simulator = given;
            shop = client;
            assertThat(given.calls()).isEmpty();
            client.order("ORDER-1");
        }
    }

    @WxPaySimulator(scope = WxPaySimulator.Scope.SUITE, mchid = "1900000006")
    static class OtherOfSuite {
        static Simulator simulator;

        @Test
        void test(Simulator given) {
            simulator = given;
        }
    }
}
