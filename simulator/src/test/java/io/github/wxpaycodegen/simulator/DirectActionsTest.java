package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Arguments of what tests do directly, by callers without a null checker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectActionsTest {
    private final Simulator simulator =
            Simulators.bundledBuilder().rememberOrders().start();

    @AfterAll
    void close() {
        simulator.close();
    }

    /** Each product, and each reference that an action has. */
    @Test
    void everyActionNamesParameterThatIsNull() {
        Stream<Object> products = Stream.of(
                simulator.orders(),
                simulator.combinedOrders(),
                simulator.profitSharing(),
                simulator.transfers(),
                simulator.redPackets(),
                simulator.contracts(),
                simulator.rentals(),
                simulator.payScore(),
                simulator.coupons(),
                simulator.merchantCoupons(),
                simulator.complaints(),
                simulator.applyments());
        products.forEach(product -> actions(product).forEach(action -> IntStream.range(0, action.getParameterCount())
                .filter(index -> !action.getParameterTypes()[index].isPrimitive())
                .forEach(index -> assertThatNullPointerException()
                        .as("%s, parameter %d", action, index)
                        .isThrownBy(() -> invoke(product, action, index))
                        .withMessageMatching("[a-zA-Z ]+ must not be null"))));
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller without a null checker
    void namesNullReason() {
        assertThatNullPointerException()
                .isThrownBy(() -> simulator.redPackets().fail("R1", null))
                .withMessage("reason must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> simulator.redPackets().fail(null, "no money"))
                .withMessage("the number must not be null");
        assertThat(simulator.redPackets().list()).isEmpty();
    }

    private static Stream<Method> actions(Object product) {
        return Arrays.stream(product.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    private static void invoke(Object product, Method action, int indexOfNull) throws Throwable {
        @Nullable
        Object[] arguments = Arrays.stream(action.getParameterTypes())
                .map(DirectActionsTest::argument)
                .toArray();
        arguments[indexOfNull] = null;
        try {
            action.invoke(product, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object argument(Class<?> type) {
        if (type == long.class) {
            return 1L;
        }
        return type == URI.class ? URI.create("http://localhost/") : "A1";
    }
}
