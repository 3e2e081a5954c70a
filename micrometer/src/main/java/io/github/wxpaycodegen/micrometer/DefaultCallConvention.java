package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallInfo;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The convention of {@link CallObservations} unless another one is given. Extend it to add key values. Use one object for
 * all observations, for it counts the error codes that it has seen.
 *
 * <p>Of low cardinality, for metrics and traces, are the tags of {@link CallMetrics}. Of high cardinality, for traces alone,
 * are {@code mchid}, {@code host} and {@code request.id}.
 */
public class DefaultCallConvention implements CallConvention {
    private final CallTags tags = new CallTags();

    /** Has seen no error code yet. */
    public DefaultCallConvention() {
        // Everything has a default.
    }

    /** Returns {@code wxpay.client.calls}. */
    @Override
    public String getName() {
        return "wxpay.client.calls";
    }

    /** Returns the name of the span: the method, and the operation if a spec describes it. */
    @Override
    public String getContextualName(CallContext context) {
        CallInfo call = context.call();
        return call.title() == null ? call.method().name() : call.method() + " " + call.operation();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(CallContext context) {
        return tags.of(context.call(), context.end());
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(CallContext context) {
        CallEnd end = context.end();
        return KeyValues.of(
                "mchid", orNone(context.call().mchid()),
                "host", orNone(end == null ? null : end.host()),
                "request.id", orNone(end == null ? null : end.requestId()));
    }

    private static String orNone(@Nullable String value) {
        return value == null ? KeyValue.NONE_VALUE : value;
    }
}
