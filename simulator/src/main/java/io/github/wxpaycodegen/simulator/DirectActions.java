package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;

/** Actions that a test applies directly to orders; an illegal action throws IllegalStateException. */
final class DirectActions {
    /** An action that may be illegal. */
    @FunctionalInterface
    interface Act<T> {
        T perform() throws ProblemException;
    }

    private DirectActions() {}

    /**
     * Performs an action.
     *
     * @param number the number of the order, for the message
     */
    static <T> T perform(String number, Act<T> act) {
        Arguments.required(number, "the number");
        try {
            return act.perform();
        } catch (ProblemException e) {
            throw new IllegalStateException(number + ": " + e.problem() + " (" + e.getMessage() + ")", e);
        }
    }
}
