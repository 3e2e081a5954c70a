package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.simulator.Simulator;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Starts a simulator for a Spring application context, and sets the properties of the context so that the application
 * calls it: {@code wxpay.mchid}, {@code wxpay.v3-key}, {@code wxpay.host} and so on, as {@link Simulator#properties}
 * returns them. They take precedence over other properties of the context. Keys, certificates, hosts and the proxy in
 * other properties are hidden, so that they neither contradict those of the simulator nor lead to the real gateway. Goes
 * with {@code @SpringBootTest}, {@code @SpringJUnitConfig} and the like; needs Spring 6.1 or later. Other merchants of the
 * starter get keys and the host of the simulator, too, which does not know their ids.
 *
 * <pre>{@code
 * @WxPayTest
 * @SpringBootTest
 * class CheckoutTest {
 *     @Test
 *     void sendsOrder(@Autowired Checkout checkout, Simulator gateway) {
 *         // ... the application creates an order in the simulator
 *     }
 * }
 * }</pre>
 *
 * <p>The {@link Simulator} is a bean, and lifecycle and test methods may have it and its parts as parameters, like those of
 * {@link WxPaySimulator}. A client or configuration as a parameter is the bean of its type, if there is exactly one. A
 * constructor receives the simulator by {@code @Autowired}.
 *
 * <p>The simulator lives as long as the context, which Spring caches: test classes share it if their annotations and the
 * rest of their configuration are equal. It is {@linkplain Simulator#reset() reset} before each test, so the tests of one
 * context run one after another. A failed test reports the requests as with {@link WxPaySimulator}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({SpringExtension.class, SpringSimulatorExtension.class})
public @interface WxPayTest {
    /** Returns the prefix of the properties, without the dot; empty for none. */
    String prefix() default "wxpay";

    /** Returns the settings of the simulator. Its scope must not be set: the simulator lives as long as the context. */
    WxPaySimulator simulator() default @WxPaySimulator;
}
