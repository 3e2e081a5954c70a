package io.github.wxpaycodegen.testsupport;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types in the form of source code, with {@code @Nullable}. Unlike that of {@code toString()}, the text does not depend
 * on the JDK.
 */
final class TypeText {
    private TypeText() {}

    static String of(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            // The annotation of an array precedes its brackets.
            String nullable = nullable(array);
            return of(array.getAnnotatedGenericComponentType()) + (nullable.isEmpty() ? "" : " " + nullable) + "[]";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return wildcard(wildcard);
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            return nullable(type)
                    + name(raw)
                    + Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                            .map(TypeText::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        Type plain = type.getType();
        return nullable(type) + (plain instanceof Class<?> named ? name(named) : plain.getTypeName());
    }

    private static String wildcard(AnnotatedWildcardType type) {
        if (type.getAnnotatedLowerBounds().length > 0) {
            return "? super " + of(type.getAnnotatedLowerBounds()[0]);
        }
        String upper = of(type.getAnnotatedUpperBounds()[0]);
        return upper.equals("Object") ? "?" : "? extends " + upper;
    }

    private static String nullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
    }

    private static String name(Class<?> type) {
        // Types of this project have short names: their packages are in the lines of their classes.
        String name = type.getTypeName().replace("io.github.wxpaycodegen.", "").replace('$', '.');
        return type.getPackageName().equals("java.lang") ? name.replace("java.lang.", "") : name;
    }
}
