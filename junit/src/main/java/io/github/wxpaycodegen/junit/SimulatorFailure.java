package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.junit.internal.Traffic;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Carries a description of the simulator's traffic in the stack trace of a failed test. */
final class SimulatorFailure extends Exception {
    private static final long serialVersionUID = 1;

    private SimulatorFailure(String message) {
        super(message, null, false, false);
    }

    /** Adds the traffic to the failure of a test; does nothing if the test did not fail. */
    static void report(ExtensionContext context, Simulator simulator) {
        context.getExecutionException().ifPresent(failure -> {
            if (!addTo(failure, simulator)) {
                context.publishReportEntry("simulator", Traffic.of(simulator));
            }
        });
    }

    /** Adds the traffic to a failure; returns false if the failure accepts no suppressed exceptions. */
    static boolean addTo(Throwable failure, Simulator simulator) {
        SimulatorFailure traffic = new SimulatorFailure(Traffic.of(simulator));
        failure.addSuppressed(traffic);
        return List.of(failure.getSuppressed()).contains(traffic);
    }

    /** Returns the message alone. */
    @Override
    // The name of the class would tell the reader of a stack trace nothing.
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
