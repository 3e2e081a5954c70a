package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A change of something that is remembered, by others than the merchant: its user, or the gateway. Each product has an
 * enum of its own, the only place that lists the states which allow a change.
 *
 * @param <S> the states of the product
 */
public interface Transition<S> {
    /** Returns the states that allow it. */
    Set<S> from();

    /** Returns the name of the constant. */
    String name();

    /**
     * Requires a state that allows it.
     *
     * @param problem the problem of any other state, which the message names
     */
    default void require(S state, Problem problem) throws ProblemException {
        if (!from().contains(state)) {
            throw new ProblemException(problem, problem.description() + "，当前状态为" + state);
        }
    }

    /** Returns the name of the method that performs it: {@code failPayment} for {@code FAIL_PAYMENT}. */
    default String method() {
        StringBuilder method = new StringBuilder();
        for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
            boolean isFirst = method.isEmpty();
            method.append(isFirst ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return method.toString();
    }

    /**
     * Returns the methods that perform what a state allows.
     *
     * @param all the transitions of the product
     */
    static <S> List<String> allowed(Transition<S>[] all, S state) {
        return Arrays.stream(all)
                .filter(transition -> transition.from().contains(state))
                .map(Transition::method)
                .toList();
    }
}
