package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.Applyments;
import io.github.wxpaycodegen.simulator.Bills;
import io.github.wxpaycodegen.simulator.CombinedOrders;
import io.github.wxpaycodegen.simulator.Complaints;
import io.github.wxpaycodegen.simulator.Contracts;
import io.github.wxpaycodegen.simulator.Coupons;
import io.github.wxpaycodegen.simulator.MerchantCoupons;
import io.github.wxpaycodegen.simulator.Notifications;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.PayScore;
import io.github.wxpaycodegen.simulator.ProfitSharing;
import io.github.wxpaycodegen.simulator.RedPackets;
import io.github.wxpaycodegen.simulator.Rentals;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;
import io.github.wxpaycodegen.simulator.Transfers;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts a simulator for tests.
 *
 * <pre>{@code
 * @WxPaySimulator
 * class CheckoutTest {
 *     @Test
 *     void deliversPaidOrder(WxPay pay, Orders orders) {
 *         // ... the client creates an order
 *         orders.pay("ORDER-1");
 *     }
 * }
 * }</pre>
 *
 * <p>Constructors, lifecycle methods and test methods may have parameters of these types: {@link Simulator} and its
 * parts ({@link Orders}, {@link CombinedOrders}, {@link Contracts}, {@link ProfitSharing}, {@link Rentals}, {@link
 * PayScore}, {@link Coupons}, {@link MerchantCoupons}, {@link Complaints}, {@link Applyments}, {@link Transfers}, {@link
 * RedPackets}, {@link Notifications}, {@link Bills}), {@link WxPayConfig}, and any client, that is, a type with a public static method {@code create(WxPayConfig)}
 * that returns this type. There is one client of each type for each simulator; it is closed before the simulator, not
 * by tests. A field of such a type, static or not, receives its value if it has this annotation.
 *
 * <p>The annotation may stand on a class, on a test method or on a field, and on an annotation of your own:
 *
 * <ul>
 *   <li>On a class or a field, the simulator serves all tests of the class and of its {@code @Nested} classes, unless these
 *       have annotations of their own. A subclass inherits the annotation, with a simulator of its own.
 *   <li>On a method, the simulator serves this test only.
 *   <li>Settings stand in one place: the other annotations of a class, of its fields and of those of its {@code @Nested}
 *       classes have none.
 * </ul>
 *
 * <p>The simulator is {@linkplain Simulator#reset() reset} before each test, before the {@code @BeforeEach} methods. So
 * tests that share a simulator run one after another, even if JUnit runs tests concurrently; tests with different
 * simulators run concurrently. An order that a constructor or a {@code @BeforeAll} method creates does not survive the
 * reset.
 *
 * <p>If a test fails, the requests that the simulator received during the test, and the deliveries of notifications, are
 * added to the failure as a suppressed exception, without their fields.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@ExtendWith(SimulatorExtension.class)
public @interface WxPaySimulator {
    /** Returns the id of the merchant. */
    String mchid() default "1230000109";

    /** Returns the app id of the client, and of responses to requests without one; empty for that of the simulator. */
    String appid() default "";

    /**
     * Returns true, the default, if orders and refunds have state: {@link SimulatorBuilder#rememberOrders()}. Without it,
     * only {@link Simulator}, {@link Notifications}, {@link Bills}, the configuration and clients can be injected.
     */
    boolean rememberOrders() default true;

    /** Returns true if v3 uses the SM suite (国密): {@link SimulatorBuilder#smSuite()}. */
    boolean smSuite() default false;

    /** Returns the id of the merchant's brand; empty for none. */
    String brandId() default "";

    /** Returns true if the merchant has no platform certificate: {@link SimulatorBuilder#publicKeyOnly()}. */
    boolean publicKeyOnly() default false;

    /** Returns true if serial numbers must be spelled as issued: {@link SimulatorBuilder#exactSerials()}. */
    boolean exactSerials() default false;

    /**
     * Returns the factor by which notifications are repeated faster than in production: {@link
     * SimulatorBuilder#notificationSpeed}.
     */
    double notificationSpeed() default 1;

    /**
     * Returns how many seconds the receiver of a notification may take to reply, five by default: {@link
     * SimulatorBuilder#notificationTimeout}. Tests of a whole application may need more on a busy machine, at most a day.
     */
    int notificationTimeoutSeconds() default 5;

    /** Returns customizers for other settings, which are applied in this order. */
    Class<? extends SimulatorCustomizer>[] customizers() default {};

    /** Returns how long the simulator lives, if the annotation does not stand on a method. */
    Scope scope() default Scope.CLASS;

    /**
     * Returns true, the default, if the simulator is reset before each test. Without it, tests see the orders and calls of
     * earlier tests, and tests that run concurrently those of each other.
     */
    boolean reset() default true;

    /** Lifetime of a simulator. */
    enum Scope {
        /** From the first to the last test of a class. */
        CLASS,
        /**
         * Until all tests have ended. Classes whose annotations are equal share the simulator, so their tests run one after
         * another.
         */
        SUITE
    }
}
