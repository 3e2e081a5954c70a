package io.github.wxpaycodegen.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test classes inside of tests. */
final class Fixtures {
    private static final String PARALLEL = "junit.jupiter.execution.parallel.";

    private Fixtures() {}

    /** Runs test classes one after another. */
    static EngineExecutionResults run(Class<?>... classes) {
        return engine(classes)
                .configurationParameter(PARALLEL + "enabled", "false")
                .execute();
    }

    /** Runs test classes and their methods concurrently. */
    static EngineExecutionResults runConcurrently(Class<?>... classes) {
        return engine(classes)
                .configurationParameter(PARALLEL + "enabled", "true")
                .configurationParameter(PARALLEL + "mode.default", "concurrent")
                .configurationParameter(PARALLEL + "config.strategy", "fixed")
                .configurationParameter(PARALLEL + "config.fixed.parallelism", "4")
                .execute();
    }

    private static EngineTestKit.Builder engine(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(classes)
                        .map(each -> selectClass(each))
                        .toArray(org.junit.platform.engine.DiscoverySelector[]::new));
    }

    /** Asserts that this many tests ran, and that nothing failed. */
    static void assertSucceeded(EngineExecutionResults results, int tests) {
        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    }

    /** Returns what failed, tests or containers. */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents()
                .failed()
                .map((Event event) -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    /** Asserts that nothing trusted listens where a simulator listened. */
    static void assertClosed(Simulator simulator) {
        try (Shop shop = Shop.create(simulator.config().maxAttempts(1).build())) {
            assertThatExceptionOfType(TransportException.class).isThrownBy(() -> shop.query("ORDER-1"));
        }
    }
}
