package io.github.wxpaycodegen.junit.assertj;

import io.github.wxpaycodegen.simulator.Simulator;
import org.jspecify.annotations.Nullable;

/**
 * Entry point of the assertions about simulators. Its static import goes together with that of AssertJ's {@code
 * Assertions.assertThat}.
 */
public final class WxPayAssertions {
    private WxPayAssertions() {}

    /** Returns the assertions about a simulator. */
    public static SimulatorAssert assertThat(@Nullable Simulator actual) {
        return new SimulatorAssert(actual);
    }
}
