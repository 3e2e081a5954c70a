package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallInfo;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The default convention of {@link CallObservations}. Extend it to add key values. Use the same instance for all
 * observations, because it limits the number of different error codes.
 *
 * <p>The low-cardinality key values, for metrics and traces, are the tags of {@link CallMetrics}. The high-cardinality
 * key values, only for traces, are {@code mchid}, {@code host} and {@code request.id}.
 */
public class DefaultCallConvention implements CallConvention {
    private final CallTags tags = new CallTags();

    /** Creates a convention. */
    public DefaultCallConvention() {
        // Everything has a default.
    }

    /** Returns {@code wxpay.client.calls}. */
    @Override
    public String getName() {
        return "wxpay.client.calls";
    }

    /** Returns the name of the span: the method, followed by the operation if it has a spec. */
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
