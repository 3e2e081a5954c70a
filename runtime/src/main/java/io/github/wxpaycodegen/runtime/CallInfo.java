package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that a {@link CallListener} is notified of. All events of a call have the same instance, so it can be the key
 * of a map.
 */
public final class CallInfo {
    private final Operation<?, ?> operation;
    private final @Nullable String mchid;
    private final Instant startedAt;

    CallInfo(Operation<?, ?> operation, @Nullable String mchid, Instant startedAt) {
        this.operation = operation;
        this.mchid = mchid;
        this.startedAt = startedAt;
    }

    /**
     * Returns the URI of the operation as in its spec, with template segments in braces: {@code
     * /v3/pay/transactions/id/{transaction_id}}. For a call without a spec ({@link #title()} is null) it is the
     * requested path. That may contain order numbers, so do not use it as a metric tag.
     */
    public String operation() {
        return operation.id();
    }

    /**
     * Returns the title of the operation on its official page, {@code 申请退款}; null for a call without a spec, such as a
     * file link.
     */
    public @Nullable String title() {
        return operation.title();
    }

    /** Returns the HTTP method. Operations of one URI differ by it. */
    public HttpMethod method() {
        return operation.method();
    }

    /** Returns the protocol version. */
    public Protocol protocol() {
        return operation.protocol();
    }

    /** Returns the merchant id that the client is configured with; null if it has none. */
    public @Nullable String mchid() {
        return mchid;
    }

    /** Returns the start time of the call, by the configured clock. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Returns the method and the operation. */
    @Override
    public String toString() {
        return method() + " " + operation();
    }
}
