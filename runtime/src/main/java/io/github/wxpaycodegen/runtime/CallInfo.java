package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call, as a {@link CallListener} is notified of it. All events of a call have the same object, so it may be a key. */
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
     * The URI of the operation as its spec has it, its template segments in braces: {@code
     * /v3/pay/transactions/id/{transaction_id}}. A call without a spec ({@link #title()} is null) has the path that is
     * requested; that may contain numbers of orders, so it is not fit for the name of a metric.
     */
    public String operation() {
        return operation.id();
    }

    /** The title of the operation on its official page, {@code 申请退款}; null for a call without a spec, such as a file link. */
    public @Nullable String title() {
        return operation.title();
    }

    /** The HTTP method, which tells operations of one URI apart. */
    public HttpMethod method() {
        return operation.method();
    }

    /** The version of the protocol. */
    public Protocol protocol() {
        return operation.protocol();
    }

    /** The merchant id that the client is configured with; null if it has none. */
    public @Nullable String mchid() {
        return mchid;
    }

    /** The time at which the call started, by the clock of the configuration. */
    public Instant startedAt() {
        return startedAt;
    }

    /** The method and the operation. */
    @Override
    public String toString() {
        return method() + " " + operation();
    }
}
