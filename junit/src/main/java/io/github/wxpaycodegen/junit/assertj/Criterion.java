package io.github.wxpaycodegen.junit.assertj;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A property that an event is expected to have.
 *
 * @param description the expected property, for messages
 * @param difference what a message says of an event without the property; empty if the line of the event shows it
 */
record Criterion<E>(String description, Predicate<E> test, Function<E, String> difference) {
    static <E> Criterion<E> of(String description, Predicate<E> test) {
        return new Criterion<>(description, test, event -> "");
    }
}
