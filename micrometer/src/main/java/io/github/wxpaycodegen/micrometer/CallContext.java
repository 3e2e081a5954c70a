package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallInfo;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/** The context of an observation of a call. */
public final class CallContext extends Observation.Context {
    private final CallInfo call;
    private volatile @Nullable CallEnd end;

    CallContext(CallInfo call) {
        this.call = call;
    }

    /** Returns the call. */
    public CallInfo call() {
        return call;
    }

    /** Returns the end of the call; null while it is in progress. */
    public @Nullable CallEnd end() {
        return end;
    }

    void end(CallEnd value) {
        end = value;
    }
}
