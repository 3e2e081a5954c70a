package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths and arguments that behaviors accept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehaviorScopeTest {
    private static final String V2 = "/wxv/cancelbill";
    private static final String V3 = "/v3/pay/transactions/native";
    private static final Set<String> V2_ONLY = Set.of("businessError", "otherAlgorithm");

    private final Simulator simulator = Simulators.bundled();

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void rejectsEveryV3BehaviorForV2Path() throws Exception {
        for (Method factory : factories(V3Behavior.class).toList()) {
            Behavior behavior = (Behavior) factory.invoke(null, arguments(factory));

            simulator.next(V3, behavior);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.next(V2, behavior))
                    .withMessageStartingWith("V3Behavior." + factory.getName()
                            + " is for v3, but /wxv/cancelbill is a path of v2: use Behavior.");
        }
        assertThat(simulator.pendingBehaviors()).doesNotContainKey(V2);
    }

    @Test
    void acceptsEveryOtherBehaviorForV3PathUnlessOfV2() throws Exception {
        for (Method factory : factories(Behavior.class).toList()) {
            Behavior behavior = (Behavior) factory.invoke(null, arguments(factory));

            simulator.next(V2, behavior);
            if (V2_ONLY.contains(factory.getName())) {
                assertThatIllegalArgumentException().isThrownBy(() -> simulator.next(V3, behavior));
            } else {
                simulator.next(V3, behavior);
            }
        }
        simulator.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {V3, "/v3/pay/transactions/out-trade-no/A1", "/brand/card-member/cards"})
    void namesPathAndSubstitute(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, Behavior.businessError("NOTENOUGH", "余额不足")))
                .withMessage(
                        "Behavior.businessError is for v2, but " + path + " is a path of v3: use V3Behavior.error");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, Behavior.otherAlgorithm()))
                .withMessage("Behavior.otherAlgorithm is for v2, but " + path
                        + " is a path of v3: use Behavior.badSignature");
    }

    /** A file, a response without a body, and an address that is not called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pay/downloadbill",
                "/v3/pay/transactions/out-trade-no/A1/close",
                "/papay/entrustweb",
            })
    void rejectsChangeOfFieldThatNoResponseHas(String path) {
        Map<String, Behavior> edits = Map.of(
                "with", Behavior.with("a", "1"),
                "unknownField", Behavior.unknownField("a", "1"),
                "unknownEnumValue", Behavior.unknownEnumValue("a", "1"),
                "oversized", Behavior.oversized(1),
                "tampered", Behavior.tampered("a", "1"));
        edits.forEach((name, edit) -> assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(path, edit))
                .withMessage("Behavior." + name + " changes a field, but the response of " + path
                        + " has no fields: use Behavior.respond"));
        assertThat(simulator.pendingBehaviors()).doesNotContainKey(path);
    }

    @Test
    void rejectsNumbersThatNoResponseHas() {
        for (int status : new int[] {-1, 200, 399, 600}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> V3Behavior.error(status, "A", "b"))
                    .withMessage("the status of an error must be from 400 to 599 (was " + status + ")");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Behavior.oversized(-1))
                .withMessage("bytes must not be negative (was -1)");
    }

    @Test
    void rejectsChangeOfFieldOfV3ThatNoResponseHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> simulator.next("/v3/pay/transactions/out-trade-no/A1/close", V3Behavior.with("a", "1")))
                .withMessageStartingWith("V3Behavior.with changes a field, but");
    }

    @Test
    void rejectsChangeOfSignatureThatNoResponseHas() {
        for (String path : List.of("/pay/downloadbill", "/appauth/getaccesstoken", "/v3/billdownload/file")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.next(path, Behavior.badSignature()))
                    .withMessage("Behavior.badSignature changes the signature, but the response of " + path
                            + " has no signature: use Behavior.respond");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.next(path, Behavior.missingSignature()))
                    .withMessageStartingWith("Behavior.missingSignature changes the signature, but");
        }
        simulator.next("/v3/pay/transactions/out-trade-no/A1/close", Behavior.missingSignature());
        simulator.reset();
    }

    @Test
    void everyFactoryNamesParameterThatIsNull() {
        Stream.of(Behavior.class, V3Behavior.class)
                .flatMap(BehaviorScopeTest::factories)
                .forEach(factory -> IntStream.range(0, factory.getParameterCount())
                        .filter(index -> !factory.getParameterTypes()[index].isPrimitive())
                        .forEach(index -> assertThatNullPointerException()
                                .as("%s, parameter %d", factory, index)
                                .isThrownBy(() -> invoke(factory, index))
                                .withMessageMatching("[a-zA-Z]+ must not be null")));
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller without a null checker
    void namesNullParameters() {
        assertThatNullPointerException()
                .isThrownBy(() -> Behavior.businessError(null, "余额不足"))
                .withMessage("code must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> Behavior.businessError("NOTENOUGH", null))
                .withMessage("description must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> V3Behavior.error(403, "NOT_ENOUGH", null))
                .withMessage("message must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> simulator.next(V2, null))
                .withMessage("behavior must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> simulator.next(null, Behavior.badGateway()))
                .withMessage("path must not be null");
    }

    private static Stream<Method> factories(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()));
    }

    private static void invoke(Method factory, int indexOfNull) throws Throwable {
        @Nullable Object[] arguments = arguments(factory);
        arguments[indexOfNull] = null;
        try {
            factory.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static @Nullable Object[] arguments(Method factory) {
        return Arrays.stream(factory.getParameterTypes())
                .map(BehaviorScopeTest::argument)
                .toArray();
    }

    private static Object argument(Class<?> type) {
        if (type == int.class) {
            return 500;
        }
        if (type == Duration.class) {
            return Duration.ofMillis(1);
        }
        return type == byte[].class ? "1".getBytes(StandardCharsets.UTF_8) : "1";
    }
}
