package io.github.wxpaycodegen.junit;

import static io.github.wxpaycodegen.junit.Fixtures.failures;
import static io.github.wxpaycodegen.junit.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Settings and parameters that are wrong. */
class SimulatorSettingsTest {
    @Test
    void resolvesNothingElse() {
        EngineExecutionResults results = run(Unknown.class);

        assertThat(failures(results))
                .singleElement()
                .asString()
                .contains("No ParameterResolver registered for parameter [java.util.Set<");
    }

    @WxPaySimulator
    static class Unknown {
        @Test
        void test(Set<String> set) {
            throw new AssertionError(set);
        }
    }

    @Test
    void explainsMissingOrders() {
        assertThat(failures(run(Forgetful.class)))
                .singleElement()
                .asString()
                .contains("Orders cannot be injected, because the simulator does not remember orders: remove"
                        + " rememberOrders = false from @WxPaySimulator");
    }

    @WxPaySimulator(rememberOrders = false)
    static class Forgetful {
        @Test
        void test(Orders orders) {
            throw new AssertionError(orders);
        }
    }

    @Test
    void rejectsTimeoutOutOfRange() {
        assertThat(failures(run(Hasty.class)))
                .singleElement()
                .asString()
                .contains("notificationTimeoutSeconds of @WxPaySimulator must be from 1 to 86400 (was 0)");
    }

    @WxPaySimulator(notificationTimeoutSeconds = 0)
    static class Hasty {
        @Test
        void test(Simulator simulator) {
            throw new AssertionError(simulator);
        }
    }

    @Test
    void rejectsContradictorySettings() {
        assertThat(failures(run(TwoSimulators.class))).isNotEmpty().allSatisfy(failure -> assertThat(failure)
                .hasMessage(TwoSimulators.class.getName()
                        + " has several simulators: leave the settings of @WxPaySimulator on the class or on"
                        + " one field, and remove them from its other fields"));
    }

    @WxPaySimulator(mchid = "1900000007")
    static class TwoSimulators {
        @WxPaySimulator(mchid = "1900000008")
        static Simulator simulator;

        @Test
        void test() {
            throw new AssertionError(simulator);
        }
    }

    @Test
    void rejectsFieldsThatCannotBeSet() {
        assertThat(failures(run(FinalField.class)))
                .singleElement()
                .asString()
                .contains("FinalField.simulator with @WxPaySimulator must not be final");
        assertThat(failures(run(OtherField.class)))
                .singleElement()
                .asString()
                .contains("OtherField.text with @WxPaySimulator has the type java.lang.String; expected is Simulator,");
    }

    static class FinalField {
        @WxPaySimulator
        static final Simulator simulator = null;

        @Test
        void test() {
            throw new AssertionError();
        }
    }

    static class OtherField {
        @WxPaySimulator
        static String text;

        @Test
        void test() {
            throw new AssertionError(text);
        }
    }

    @Test
    void explainsInvalidSettings() {
        assertThat(failures(run(NoSpeed.class)))
                .singleElement()
                .asString()
                .contains(
                        "the simulator could not be started: notificationSpeed of @WxPaySimulator must be positive (was 0.0)");
        assertThat(failures(run(NoMerchant.class)))
                .singleElement()
                .asString()
                .contains("mchid of @WxPaySimulator must not be empty");
        assertThat(failures(run(NoConstructor.class)))
                .singleElement()
                .asString()
                .contains("NeedsArgument in customizers of @WxPaySimulator needs a constructor without parameters");
    }

    @WxPaySimulator(notificationSpeed = 0)
    static class NoSpeed {
        @Test
        void test() {
            throw new AssertionError();
        }
    }

    @WxPaySimulator(mchid = " ")
    static class NoMerchant {
        @Test
        void test() {
            throw new AssertionError();
        }
    }

    @WxPaySimulator(customizers = NeedsArgument.class)
    static class NoConstructor {
        @Test
        void test() {
            throw new AssertionError();
        }
    }

    record NeedsArgument(String argument) implements SimulatorCustomizer {}
}
