package io.github.wxpaycodegen.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Names observations of calls and their key values; see {@link DefaultCallConvention}. */
public interface CallConvention extends ObservationConvention<CallContext> {
    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof CallContext;
    }
}
