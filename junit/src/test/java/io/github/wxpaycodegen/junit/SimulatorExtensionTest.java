package io.github.wxpaycodegen.junit;

import static io.github.wxpaycodegen.junit.Fixtures.assertSucceeded;
import static io.github.wxpaycodegen.junit.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Applyments;
import io.github.wxpaycodegen.simulator.Bills;
import io.github.wxpaycodegen.simulator.CombinedOrders;
import io.github.wxpaycodegen.simulator.Complaints;
import io.github.wxpaycodegen.simulator.Contracts;
import io.github.wxpaycodegen.simulator.Coupons;
import io.github.wxpaycodegen.simulator.MerchantCoupons;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.Notifications;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.PayScore;
import io.github.wxpaycodegen.simulator.ProfitSharing;
import io.github.wxpaycodegen.simulator.RedPackets;
import io.github.wxpaycodegen.simulator.Rentals;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import io.github.wxpaycodegen.simulator.Transfers;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

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
                MerchantCoupons merchantCoupons,
                Complaints complaints,
                Applyments applyments,
                Transfers transfers,
                RedPackets redPackets,
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
            assertThat(merchantCoupons).isSameAs(simulator.merchantCoupons());
            assertThat(complaints).isSameAs(simulator.complaints());
            assertThat(applyments).isSameAs(simulator.applyments());
            assertThat(transfers).isSameAs(simulator.transfers());
            assertThat(redPackets).isSameAs(simulator.redPackets());
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

    @Test
    void receiversOfNotificationsHaveTime() {
        assertSucceeded(run(Impatient.class), 1);
    }

    @WxPaySimulator(notificationTimeoutSeconds = 1)
    static class Impatient {
        @Test
        void test(Simulator simulator) throws Exception {
            try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                URI receiver = URI.create("http://localhost:" + silent.getLocalPort() + "/");
                simulator.notifications().send(receiver, Notice.v3("REFUND.SUCCESS"));

                assertThat(simulator.notifications().await(attempt -> true, Duration.ofMinutes(1)))
                        .hasValueSatisfying(
                                attempt -> assertThat(attempt.problem()).hasValue("no response within 1000 ms"));
            }
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
}
