package io.github.wxpaycodegen.junit;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.SimulatorBuilder;

/**
 * Settings for which {@link WxPaySimulator} has no attribute. An implementation is named in {@link
 * WxPaySimulator#customizers()} and needs a constructor without parameters, of any visibility.
 */
public interface SimulatorCustomizer {
    /** Changes the settings of the simulator before it starts; those of the annotation are already set. */
    default void customize(SimulatorBuilder simulator) {}

    /** Changes the configuration of the clients that tests receive, and every injected {@link WxPayConfig}. */
    default void customize(WxPayConfig.Builder config) {}
}
