package io.github.wxpaycodegen.junit;

import static io.github.wxpaycodegen.junit.Fixtures.assertClosed;
import static io.github.wxpaycodegen.junit.Fixtures.assertSucceeded;
import static io.github.wxpaycodegen.junit.Fixtures.failures;
import static io.github.wxpaycodegen.junit.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Applyments;
import io.github.wxpaycodegen.simulator.Bills;
import io.github.wxpaycodegen.simulator.CombinedOrders;
import io.github.wxpaycodegen.simulator.Complaints;
import io.github.wxpaycodegen.simulator.Contracts;
import io.github.wxpaycodegen.simulator.Coupons;
import io.github.wxpaycodegen.simulator.Notifications;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.PayScore;
import io.github.wxpaycodegen.simulator.ProfitSharing;
import io.github.wxpaycodegen.simulator.Rentals;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import io.github.wxpaycodegen.simulator.Transfers;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The simulators of test classes, and what tests receive of them. */
class SimulatorExtensionTest {
    @Test
    void injectsPartsAndClientsEverywhere() {
        assertSucceeded(run(EveryParameter.class), 1);
        assertThat(new HashSet<>(EveryParameter.SIMULATORS)).hasSize(1);
        assertThat(new HashSet<>(EveryParameter.SHOPS)).hasSize(1);
    }

    @WxPaySimulator(mchid = "1900000001", appid = "wx0000000000000001", brandId = "120344")
    static class EveryParameter {
        static final Queue<Simulator> SIMULATORS = new ConcurrentLinkedQueue<>();
        static final Queue<Shop> SHOPS = new ConcurrentLinkedQueue<>();

        EveryParameter(Simulator simulator, Shop shop) {
            SIMULATORS.add(simulator);
            SHOPS.add(shop);
        }

        @BeforeAll
        static void all(Simulator simulator, Shop shop) {
            SIMULATORS.add(simulator);
            SHOPS.add(shop);
        }

        @BeforeEach
        void each(Simulator simulator) {
            SIMULATORS.add(simulator);
        }

        @Test
        void test(
                Simulator simulator,
                Orders orders,
                CombinedOrders combinedOrders,
                Contracts contracts,
                ProfitSharing profitSharing,
                Rentals rentals,
                PayScore payScore,
                Coupons coupons,
                Complaints complaints,
                Applyments applyments,
                Transfers transfers,
                Notifications notifications,
                Bills bills,
                WxPayConfig config,
                Shop shop) {
            SIMULATORS.add(simulator);
            SHOPS.add(shop);
            shop.order("ORDER-1");
            assertThat(orders.state("ORDER-1")).isEqualTo("NOTPAY");
            assertThat(combinedOrders).isSameAs(simulator.combinedOrders());
            assertThat(contracts).isSameAs(simulator.contracts());
            assertThat(profitSharing).isSameAs(simulator.profitSharing());
            assertThat(rentals).isSameAs(simulator.rentals());
            assertThat(payScore).isSameAs(simulator.payScore());
            assertThat(coupons).isSameAs(simulator.coupons());
            assertThat(complaints).isSameAs(simulator.complaints());
            assertThat(applyments).isSameAs(simulator.applyments());
            assertThat(transfers).isSameAs(simulator.transfers());
            assertThat(notifications).isSameAs(simulator.notifications());
            assertThat(bills).isSameAs(simulator.bills());
            assertThat(config.mchid()).isEqualTo("1900000001");
            assertThat(config.appid()).isEqualTo("wx0000000000000001");
            assertThat(simulator.properties("wxpay")).containsEntry("wxpay.brand-id", "120344");
        }

        @AfterEach
        void after(Simulator simulator) {
            SIMULATORS.add(simulator);
        }
    }

    @Test
    void resetsBeforeEachTest() {
        assertSucceeded(run(SameOrder.class), 3);
    }

    @WxPaySimulator
    static class SameOrder {
        @BeforeEach
        void isEmpty(Simulator simulator) {
            assertThat(simulator.calls()).isEmpty();
        }

        @RepeatedTest(3)
        void creates(Shop shop, Orders orders) {
            shop.order("ORDER-1");
            orders.pay("ORDER-1");
        }
    }

    @Test
    void keepsStateWithoutReset() {
        assertSucceeded(run(Story.class), 2);
    }

    @WxPaySimulator(reset = false)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Story {
        @Test
        @Order(1)
        void first(Shop shop) {
            shop.order("ORDER-1");
        }

        @Test
        @Order(2)
        void second(Orders orders) {
            orders.pay("ORDER-1");
        }
    }

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

    @Retention(RetentionPolicy.RUNTIME)
    @WxPaySimulator(mchid = "1900000005", smSuite = true)
    @interface SmShop {}

    @Test
    void composesWithOtherAnnotations() {
        assertSucceeded(run(Composed.class), 1);
    }

    @SmShop
    static class Composed {
        @Test
        void test(Shop shop, WxPayConfig config, Simulator simulator) {
            shop.order("ORDER-1");
            assertThat(config.mchid()).isEqualTo("1900000005");
            assertThat(simulator.calls().get(0).headers().get("authorization").get(0))
                    .startsWith("WECHATPAY2-SM2-WITH-SM3");
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

    @Test
    void customizersChangeSimulatorAndClients() {
        assertSucceeded(run(Customized.class), 1);
    }

    @WxPaySimulator(customizers = Slow.class)
    static class Customized {
        @Test
        void test(Simulator simulator, WxPayConfig config, Shop shop) {
            assertThat(simulator.v3Key()).isEqualTo("0123456789abcdef0123456789abcdef");
            assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(77));
            assertThat(shop.config().timeout()).isEqualTo(Duration.ofSeconds(77));
        }
    }

    private static final class Slow implements SimulatorCustomizer {
        @Override
        public void customize(SimulatorBuilder simulator) {
            simulator.v3Key("0123456789abcdef0123456789abcdef");
        }

        @Override
        public void customize(WxPayConfig.Builder config) {
            config.timeout(Duration.ofSeconds(77));
        }
    }

    @Test
    void resolvesNothingElse() {
        EngineExecutionResults results = run(Unknown.class);

        assertThat(failures(results))
                .singleElement()
                .asString()
                .contains("No ParameterResolver registered for parameter [java.util.Set<");
    }

    @WxPaySimulator
    static class Unknown {
        @Test
        void test(Set<String> set) {
            throw new AssertionError(set);
        }
    }

    @Test
    void explainsMissingOrders() {
        assertThat(failures(run(Forgetful.class)))
                .singleElement()
                .asString()
                .contains("Orders cannot be injected, because the simulator does not remember orders: remove"
                        + " rememberOrders = false from @WxPaySimulator");
    }

    @WxPaySimulator(rememberOrders = false)
    static class Forgetful {
        @Test
        void test(Orders orders) {
            throw new AssertionError(orders);
        }
    }

    @Test
    void rejectsContradictorySettings() {
        assertThat(failures(run(TwoSimulators.class))).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                .hasMessage(TwoSimulators.class.getName()
                        + " has several simulators: leave the settings of @WxPaySimulator on the class or on"
                        + " one field, and remove them from its other fields"));
    }

    @WxPaySimulator(mchid = "1900000007")
    static class TwoSimulators {
        @WxPaySimulator(mchid = "1900000008")
        static Simulator simulator;

        @Test
        void test() {
            throw new AssertionError(simulator);
        }
    }

    @Test
    void rejectsFieldsThatCannotBeSet() {
        assertThat(failures(run(FinalField.class)))
                .singleElement()
                .asString()
                .contains("FinalField.simulator with @WxPaySimulator must not be final");
        assertThat(failures(run(OtherField.class)))
                .singleElement()
                .asString()
                .contains("OtherField.text with @WxPaySimulator has the type java.lang.String; expected is Simulator,");
    }

    static class FinalField {
        @WxPaySimulator
        static final Simulator simulator = null;

        @Test
        void test() {
            throw new AssertionError();
        }
    }

    static class OtherField {
        @WxPaySimulator
        static String text;

        @Test
        void test() {
            throw new AssertionError(text);
        }
    }

    @Test
    void explainsInvalidSettings() {
        assertThat(failures(run(NoSpeed.class)))
                .singleElement()
                .asString()
                .contains("the simulator could not be started: notificationSpeed must be positive (was 0.0)");
        assertThat(failures(run(NoMerchant.class)))
                .singleElement()
                .asString()
                .contains("mchid of @WxPaySimulator must not be empty");
        assertThat(failures(run(NoConstructor.class)))
                .singleElement()
                .asString()
                .contains("NeedsArgument in customizers of @WxPaySimulator needs a constructor without parameters");
    }

    @WxPaySimulator(notificationSpeed = 0)
    static class NoSpeed {
        @Test
        void test() {
            throw new AssertionError();
        }
    }

    @WxPaySimulator(mchid = " ")
    static class NoMerchant {
        @Test
        void test() {
            throw new AssertionError();
        }
    }

    @WxPaySimulator(customizers = NeedsArgument.class)
    static class NoConstructor {
        @Test
        void test() {
            throw new AssertionError();
        }
    }

    record NeedsArgument(String argument) implements SimulatorCustomizer {}
}
