package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;

/** What tests do to orders from outside of the protocol: what is impossible is the test's mistake. */
final class DirectActions {
    /** What may be impossible. */
    @FunctionalInterface
    interface Act<T> {
        T perform() throws ProblemException;
    }

    private DirectActions() {}

    /**
     * Performs it.
     *
     * @param number of the order, for the message
     */
    static <T> T perform(String number, Act<T> act) {
        try {
            return act.perform();
        } catch (ProblemException e) {
            throw new IllegalStateException(number + ": " + e.problem() + " (" + e.getMessage() + ")", e);
        }
    }
}
