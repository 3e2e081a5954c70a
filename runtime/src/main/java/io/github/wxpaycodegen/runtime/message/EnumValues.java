package io.github.wxpaycodegen.runtime.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts between enum constants and the wire values that messages hold. Generated code calls it.
 *
 * <p>A message holds the wire value and not the constant, so that a value newer than the enum survives reading, copying
 * and writing.
 */
public final class EnumValues {
    private static final String UNRECOGNIZED = "UNRECOGNIZED";
    private static final long UNRECOGNIZED_NUMBER = Long.MIN_VALUE;

    private EnumValues() {}

    /** Returns the constants by their wire values, without {@code UNRECOGNIZED}. */
    public static <E extends Enum<E> & StringEnum> Map<String, E> byText(E[] constants) {
        Map<String, E> byText = new HashMap<>();
        for (E constant : constants) {
            if (!isUnrecognized(constant)) {
                byText.put(constant.value(), constant);
            }
        }
        return Map.copyOf(byText);
    }

    /** Returns the constants by their wire values, without {@code UNRECOGNIZED}. */
    public static <E extends Enum<E> & IntegerEnum> Map<Long, E> byNumber(E[] constants) {
        Map<Long, E> byNumber = new HashMap<>();
        for (E constant : constants) {
            if (!isUnrecognized(constant)) {
                byNumber.put(constant.value(), constant);
            }
        }
        return Map.copyOf(byNumber);
    }

    /** Returns the constants of wire values; null for null. */
    public static <V, E> @Nullable List<E> constants(@Nullable List<V> values, Function<V, E> of) {
        return values == null ? null : values.stream().map(of).toList();
    }

    /**
     * Returns the wire value of a constant; null for null.
     *
     * @param field the name of the field, for the exception's message
     * @throws IllegalArgumentException if the constant is {@code UNRECOGNIZED}
     */
    public static @Nullable String text(String field, @Nullable StringEnum constant) {
        return constant == null ? null : requireRecognized(field, constant).value();
    }

    /**
     * Returns the wire values of constants, each as {@link #text(String, StringEnum)} does; null for null.
     *
     * @throws IllegalArgumentException if a constant is null or {@code UNRECOGNIZED}
     */
    public static @Nullable List<String> texts(String field, @Nullable List<? extends StringEnum> constants) {
        if (constants == null) {
            return null;
        }
        List<String> texts = new ArrayList<>(constants.size());
        for (StringEnum constant : constants) {
            int index = texts.size();
            StringEnum given = ListValues.requireElement(field, index, constant);
            texts.add(requireRecognized(ListValues.at(field, index), given).value());
        }
        return List.copyOf(texts);
    }

    /**
     * Returns the wire value of a constant; null for null.
     *
     * @param field the name of the field, for the exception's message
     * @throws IllegalArgumentException if the constant is {@code UNRECOGNIZED}
     */
    public static @Nullable Long number(String field, @Nullable IntegerEnum constant) {
        return constant == null ? null : requireRecognized(field, constant).value();
    }

    /**
     * Returns the wire values of constants, each as {@link #number(String, IntegerEnum)} does; null for null.
     *
     * @throws IllegalArgumentException if a constant is null or {@code UNRECOGNIZED}
     */
    public static @Nullable List<Long> numbers(String field, @Nullable List<? extends IntegerEnum> constants) {
        if (constants == null) {
            return null;
        }
        List<Long> numbers = new ArrayList<>(constants.size());
        for (IntegerEnum constant : constants) {
            int index = numbers.size();
            IntegerEnum given = ListValues.requireElement(field, index, constant);
            numbers.add(requireRecognized(ListValues.at(field, index), given).value());
        }
        return List.copyOf(numbers);
    }

    /**
     * Checks a wire value from a caller.
     *
     * @return the value; null for null
     * @throws IllegalArgumentException if it is the value of {@code UNRECOGNIZED}
     */
    public static @Nullable String checked(String field, @Nullable String text) {
        if (UNRECOGNIZED.equals(text)) {
            throw unrecognized(field);
        }
        return text;
    }

    /**
     * Checks a wire value from a caller.
     *
     * @return the value; null for null
     * @throws IllegalArgumentException if it is the value of {@code UNRECOGNIZED}
     */
    public static @Nullable Long checked(String field, @Nullable Long number) {
        if (number != null && number == UNRECOGNIZED_NUMBER) {
            throw unrecognized(field);
        }
        return number;
    }

    /**
     * Checks wire values from a caller.
     *
     * @return a copy of the list; null for null
     * @throws IllegalArgumentException if an element is null or the value of {@code UNRECOGNIZED}
     */
    public static @Nullable List<String> checkedTexts(String field, @Nullable List<String> texts) {
        List<String> copy = ListValues.copyOf(field, texts);
        for (int i = 0; copy != null && i < copy.size(); i++) {
            checked(ListValues.at(field, i), copy.get(i));
        }
        return copy;
    }

    /**
     * Checks wire values from a caller.
     *
     * @return a copy of the list; null for null
     * @throws IllegalArgumentException if an element is null or the value of {@code UNRECOGNIZED}
     */
    public static @Nullable List<Long> checkedNumbers(String field, @Nullable List<Long> numbers) {
        List<Long> copy = ListValues.copyOf(field, numbers);
        for (int i = 0; copy != null && i < copy.size(); i++) {
            checked(ListValues.at(field, i), copy.get(i));
        }
        return copy;
    }

    private static <E> E requireRecognized(String field, E constant) {
        if (constant instanceof Enum<?> known && isUnrecognized(known)) {
            throw unrecognized(field);
        }
        return constant;
    }

    /**
     * Returns whether this is the constant for unlisted values. A listed value that is spelled like it has a constant
     * with another name.
     */
    private static boolean isUnrecognized(Enum<?> constant) {
        return constant.name().equals(UNRECOGNIZED);
    }

    private static IllegalArgumentException unrecognized(String field) {
        return new IllegalArgumentException(field
                + " is UNRECOGNIZED, which represents values that this version does not list, and cannot be sent; pass"
                + " the text or number that was received to the setter whose name ends in Value or Values");
    }
}
