package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Settlement;
import io.github.wxpaycodegen.runtime.operation.Trait;
import org.jspecify.annotations.Nullable;

/** Advice on what to do next, for the messages of exceptions. */
public final class Advice {
    /** Advice after a call of which no byte was sent. */
    public static final String NOTHING_SENT = "Nothing was sent; it is safe to call again.";

    /** Advice after a call of a closed client. */
    public static final String CLIENT_CLOSED = "Nothing was sent: create another client.";

    /** Advice after a call that changes nothing. */
    public static final String READ_ONLY = "The operation changes nothing; it is safe to call again.";

    private Advice() {}

    /** Returns the advice after a call that the gateway rejected. */
    public static String rejected(@Nullable String advice) {
        return advice == null ? "The gateway rejected the request." : "The gateway rejected the request. " + advice;
    }

    /** Returns the numbers in parentheses: a log may be all that there is to query with. */
    private static String numbers(@Nullable Settling settling) {
        String numbers = settling == null ? "" : settling.numbers();
        return numbers.isEmpty() ? "" : " (" + numbers + ")";
    }

    /**
     * Returns the advice after a call whose outcome is unknown.
     *
     * @param settling settles the call; null if nothing can
     */
    public static String settle(Operation<?, ?> operation, @Nullable Settling settling) {
        if (operation.has(Trait.READ_ONLY)) {
            return READ_ONLY;
        }
        Settlement settlement = operation.settlement();
        if (settlement == null) {
            return settling == null
                    ? "It may have taken effect: query its result before calling again, and then with the same number."
                    : withoutQuery(numbers(settling));
        }
        String obstacle = settling == null ? null : settling.obstacle();
        boolean canSettle = settling != null && obstacle == null;
        String query = canSettle ? "settle(), which calls " + settlement.query() + "," : settlement.query();
        return "It may have taken effect: call " + query + " to find out before calling again, and then with the same"
                + " number" + numbers(settling) + "." + (obstacle == null ? "" : " settle() cannot: " + obstacle + ".");
    }

    private static String withoutQuery(String numbers) {
        return "It may have taken effect, and settle() cannot find out: no query of its result is known. Look for the"
                + " result by another query or on the merchant platform before calling again"
                + (numbers.isEmpty() ? "." : ", and then with the same number" + numbers + ".");
    }
}
