package io.github.wxpaycodegen.simulator.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults by name. */
class FaultsTest {
    private final Faults faults = new Faults();

    @Test
    void everyBehaviorHasName() {
        Set<String> names = Stream.of(Behavior.class, V3Behavior.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getDeclaringClass() == V3Behavior.class
                                && method.getName().equals("with")
                        ? "withJson"
                        : method.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(faults.kinds()).extracting(Faults.Kind::behavior).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void createsEveryBehavior() throws Exception {
        for (Faults.Kind kind : faults.kinds()) {
            String parameters = kind.parameters().stream()
                    .map(parameter -> ", \"" + parameter.name() + "\": "
                            + (parameter.type() == Faults.ParameterType.NUMBER ? "500" : "\"1\""))
                    .collect(Collectors.joining());

            assertThat(faults.create(arguments("{\"behavior\": \"" + kind.behavior() + "\"" + parameters + "}")))
                    .as(kind.behavior())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | behavior is required, a string",
                "{\"behavior\": \"delay\"} | milliseconds must be a whole number from 0 to 600000, and is missing",
                "{\"behavior\": \"delay\", \"milliseconds\": 1.5} | milliseconds must be a whole number from 0 to 600000 (was 1.5)",
                "{\"behavior\": \"delay\", \"milliseconds\": 600001} | milliseconds must be a whole number from 0 to 600000 (was 600001)",
                "{\"behavior\": \"delay\", \"millis\": 1} | unknown member millis: known are [path, behavior, milliseconds]",
                "{\"behavior\": \"withJson\", \"field\": \"a\", \"json\": \"{\"} | json must be JSON, such as 1 or \"text\" (was {)",
                "{\"behavior\": \"plainError\", \"status\": 99, \"text\": \"a\"} | status must be a whole number from 200 to 599 (was 99)",
                "[] | the body must be a JSON object, such as {}",
            })
    void rejectsWrongArguments(String json, String message) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> faults.create(arguments(json)))
                .withMessage(message);
    }

    @Test
    void unknownBehaviorListsKnownOnes() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> faults.create(arguments("{\"behavior\": \"explode\"}")))
                .withMessageContaining("dropAfterRequest")
                .withMessageContaining("explode");
    }

    /** A line break would add a header. */
    @Test
    void headersAreOneLine() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> faults.create(
                        arguments("{\"behavior\": \"header\", \"name\": \"a\", \"value\": \"b\\r\\nc: d\"}")))
                .withMessage("value must be printable ASCII");
    }

    private static Arguments arguments(String json) throws ApiException {
        return Arguments.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
