package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Settlement;
import io.github.wxpaycodegen.runtime.operation.Trait;
import org.jspecify.annotations.Nullable;

/** Advice for the messages of exceptions: what to do next. */
public final class Advice {
    /** After a call of which no byte was sent. */
    public static final String NOTHING_SENT = "Nothing was sent; it is safe to call again.";

    /** After a call that changes nothing. */
    public static final String READ_ONLY = "The operation changes nothing; it is safe to call again.";

    private Advice() {}

    /** After a call that the gateway rejected. */
    public static String rejected(@Nullable String advice) {
        return advice == null ? "The gateway rejected the request." : "The gateway rejected the request. " + advice;
    }

    /** After a call whose outcome is unknown. */
    public static String settle(Operation<?, ?> operation) {
        if (operation.has(Trait.READ_ONLY)) {
            return READ_ONLY;
        }
        Settlement settlement = operation.settlement();
        if (settlement == null) {
            return "It may have taken effect: query the order before calling again, and then with the same number.";
        }
        // A single request may lack what the query needs, and an exception that was serialized has no request.
        String query = settlement.operation() == null
                ? settlement.query()
                : "settle() if canSettle(), or " + settlement.query() + " otherwise,";
        return "It may have taken effect: call " + query + " to find out before calling again, and then with the same"
                + " number.";
    }
}
