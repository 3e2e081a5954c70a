package io.github.wxpaycodegen.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.runtime.message.ReceivedMessage;
import io.github.wxpaycodegen.runtime.message.V2Result;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runtime is as the generator describes it. */
class RuntimeTypesTest {
    @Test
    void accessorsAreThoseOfRuntime() {
        Map<String, String> declared = new TreeMap<>();
        for (Method method : V2Result.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                declared.put(method.getName(), method.getReturnType().getName());
            }
        }

        Map<String, String> described = new TreeMap<>();
        RuntimeTypes.accessors(V2Result.class.getCanonicalName())
                .forEach((name, type) -> described.put(name, type.reflectionName()));

        assertThat(described).isEqualTo(declared).isNotEmpty();
        assertThat(RuntimeTypes.accessors(ReceivedMessage.class.getCanonicalName()))
                .isEmpty();
    }

    @Test
    void supertypesAreThoseOfRuntime() throws ClassNotFoundException {
        assertThat(V2Result.class).hasSuperclass(ReceivedMessage.class);
        assertThat(RuntimeTypes.isSubtype(name(V2Result.class), name(ReceivedMessage.class)))
                .isTrue();
        assertThat(RuntimeTypes.isSubtype(name(ReceivedMessage.class), name(V2Result.class)))
                .isFalse();
        for (var endpoint : Stream.concat(
                        Stream.of(HttpMethod.values()).map(Runtime::endpoint),
                        Stream.of(Runtime.REDIRECT, Runtime.DOWNLOAD))
                .toList()) {
            Class<?> plain = Class.forName(endpoint.reflectionName());
            Class<?> optional =
                    Class.forName(RuntimeTypes.requestOptional(endpoint).reflectionName());

            assertThat(optional.getInterfaces()).contains(plain);
            assertThat(RuntimeTypes.isSubtype(name(optional), name(plain))).isTrue();
            assertThat(RuntimeTypes.isSubtype(name(plain), name(optional))).isFalse();
        }
    }

    private static String name(Class<?> type) {
        return type.getCanonicalName();
    }
}
