package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Arguments of settings and of the simulator itself, by callers without a null checker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NullArgumentsTest {
    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(String.class, "/wxv/cancelbill"),
            Map.entry(Clock.class, Clock.systemUTC()),
            Map.entry(Path.class, Path.of("none")),
            Map.entry(Duration.class, Duration.ZERO),
            Map.entry(URI.class, URI.create("http://localhost:1/")),
            Map.entry(InetAddress.class, InetAddress.getLoopbackAddress()),
            Map.entry(Notice.class, Notice.v3("REFUND.SUCCESS")),
            Map.entry(Behavior.class, Behavior.badGateway()),
            Map.entry(Predicate.class, (Predicate<Object>) any -> true));

    private final Simulator simulator = Simulators.bundled();

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void everyMethodNamesParameterThatIsNull() {
        Arrays.asList(simulator, Simulator.builder(), Notice.v2("transaction-success"), simulator.notifications())
                .forEach(NullArgumentsTest::assertNamesNull);
    }

    private static void assertNamesNull(Object object) {
        Arrays.stream(object.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .forEach(method -> IntStream.range(0, method.getParameterCount())
                        .filter(index -> !method.getParameterTypes()[index].isPrimitive())
                        .forEach(index -> assertThatNullPointerException()
                                .as("%s, parameter %d", method, index)
                                .isThrownBy(() -> invoke(object, method, index))
                                .withMessageMatching("[a-zA-Z0-9]+ must not be null")));
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller without a null checker
    void namesNullElementAndWrongNumbers() {
        assertThatNullPointerException()
                .isThrownBy(() -> Simulator.builder().notifyHosts("a", null))
                .withMessage("an element of hosts must not be null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().v3Key("short"))
                .withMessage("v3Key must be 32 bytes (was 5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().port(65_536))
                .withMessage("port must be from 0 to 65535 (was 65536)");
    }

    private static void invoke(Object object, Method method, int indexOfNull) throws Throwable {
        @Nullable
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(ARGUMENTS::get).toArray();
        arguments[indexOfNull] = null;
        try {
            method.invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
