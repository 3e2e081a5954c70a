package io.github.wxpaycodegen.runtime.call;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operation of a call: its URI, its HTTP method and its title. Immutable; instances are compared by value. */
public final class OperationInfo implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HttpMethod method;
    private final String id;
    private final @Nullable String title;

    /**
     * Describes an operation.
     *
     * @param id the URI as in its spec
     * @param title null for a call without a spec
     */
    public OperationInfo(HttpMethod method, String id, @Nullable String title) {
        this.method = Objects.requireNonNull(method, "method");
        this.id = Objects.requireNonNull(id, "id");
        this.title = title;
    }

    /**
     * Returns the URI as in its spec, with template segments in braces: {@code
     * /v3/pay/transactions/id/{transaction_id}}, {@code /v2/pay/orderquery}. For a call without a spec ({@link
     * #title()} is null) it is the requested path. That may contain order numbers, so do not use it as a metric tag.
     */
    public String id() {
        return id;
    }

    /** Returns the HTTP method. Operations of one URI differ by it. */
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
