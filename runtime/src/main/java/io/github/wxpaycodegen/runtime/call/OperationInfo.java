package io.github.wxpaycodegen.runtime.call;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operation that a call called: its URI, its HTTP method and its title. Immutable; compares by value. */
public final class OperationInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HttpMethod method;
    private final String id;
    private final @Nullable String title;

    /**
     * Names an operation.
     *
     * @param id the URI as its spec has it
     * @param title null for a call without a spec
     */
    public OperationInfo(HttpMethod method, String id, @Nullable String title) {
        this.method = Objects.requireNonNull(method, "method");
        this.id = Objects.requireNonNull(id, "id");
        this.title = title;
    }

    /**
     * Returns the URI as its spec has it, its template segments in braces: {@code /v3/pay/transactions/id/{transaction_id}},
     * {@code /v2/pay/orderquery}. A call without a spec ({@link #title()} is null) has the path that was requested; that may
     * contain numbers of orders, so it is not fit for the name of a metric.
     */
    public String id() {
        return id;
    }

    /** Returns the HTTP method, which tells operations of one URI apart. */
    public HttpMethod method() {
        return method;
    }

    /** Returns the title on the official page, {@code 申请退款}; null for a call without a spec, such as a raw call. */
    public @Nullable String title() {
        return title;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationInfo that
                && method == that.method
                && id.equals(that.id)
                && Objects.equals(title, that.title);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, id, title);
    }

    /** Returns the method and the URI. */
    @Override
    public String toString() {
        return method + " " + id;
    }
}
