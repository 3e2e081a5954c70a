package io.github.wxpaycodegen.runtime.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies the lists that callers pass to setters. Generated code calls it. */
public final class ListValues {
    private ListValues() {}

    /**
     * Returns an unmodifiable copy; null for null.
     *
     * @param field the name of the field, for the exception's message
     * @throws IllegalArgumentException if an element is null
     */
    public static <T> @Nullable List<T> copyOf(String field, @Nullable List<T> values) {
        if (values == null) {
            return null;
        }
        List<T> copy = new ArrayList<>(values);
        for (int i = 0; i < copy.size(); i++) {
            requireElement(field, i, copy.get(i));
        }
        return List.copyOf(copy);
    }

    /**
     * Returns an unmodifiable copy with one more element at the end.
     *
     * @param field the name of the field, for the exception's message
     * @param values the existing elements; null if there are none
     * @throws IllegalArgumentException if the element is null
     */
    public static <T> List<T> add(String field, @Nullable List<T> values, @Nullable T element) {
        List<T> all = values == null ? new ArrayList<>() : new ArrayList<>(values);
        all.add(requireElement(field, all.size(), element));
        return List.copyOf(all);
    }

    static <T> T requireElement(String field, int index, @Nullable T element) {
        if (element == null) {
            throw new IllegalArgumentException(at(field, index) + " must not be null");
        }
        return element;
    }

    /** Returns the name of an element in error messages. */
    static String at(String field, int index) {
        return field + "[" + index + "]";
    }
}
