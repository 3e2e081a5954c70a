package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.Optional;

/** A stock of coupons whose request limits how many users get. */
public interface LimitedStock extends Register.Entry {
    /** Returns the path of the object with the limits, with its dot. */
    String limitsPath();

    /** Returns a number, which the field rules have validated; empty if it is absent. */
    default Optional<Long> number(String field) {
        return Optional.of(text(field)).filter(value -> !value.isEmpty()).map(Long::valueOf);
    }

    /** Returns a limit; empty if the stock has no such limit. */
    default Optional<Long> findLimit(String name) {
        return number(limitsPath() + name);
    }

    /** Returns a limit; the greatest number if the stock has no such limit. */
    default long limit(String name) {
        return findLimit(name).orElse(Long.MAX_VALUE);
    }
}
