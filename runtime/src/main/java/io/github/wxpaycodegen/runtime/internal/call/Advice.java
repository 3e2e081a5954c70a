package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Settlement;
import io.github.wxpaycodegen.runtime.operation.Trait;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Advice on what to do next, for the messages of exceptions. */
public final class Advice {
    /** Advice after a call of which no byte was sent. */
    public static final String NOTHING_SENT = "Nothing was sent; it is safe to call again.";

    /** Advice after a call of a closed client. */
    public static final String CLIENT_CLOSED = "Nothing was sent: create another client.";

    /** Advice after a call that changes nothing. */
    public static final String READ_ONLY = "The operation changes nothing; it is safe to call again.";

    /** The error codes with which queries report that they find nothing. */
    private static final Set<String> FOUND_NOTHING = Set.of(
            "NOT_FOUND",
            "RESOURCE_NOT_EXISTS",
            "ORDER_NOT_EXIST",
            "ORDERNOTEXIST",
            "REFUNDNOTEXIST",
            "CONTRACT_NOT_EXIST",
            "APPLYMENT_NOT_EXIST",
            "APPLYMENT_NOTEXIST");

    private static final String MAY_BE_IN_PROGRESS =
            "This proves nothing about a request that is still in progress: query again later, or send that request again"
                    + " with the same number.";

    private Advice() {}

    /** Returns the advice after a call that the gateway rejected. */
    public static String rejected(Operation<?, ?> operation, @Nullable String advice) {
        String rejected = "The gateway rejected the " + (operation.has(Trait.READ_ONLY) ? "query." : "request.");
        return advice == null ? rejected : rejected + " " + advice;
    }

    /**
     * Returns the advice about an error code of a query. A query that finds nothing invites its caller to pay again with
     * another number, unless it says that a request may still be in progress.
     *
     * @param advice the advice that all operations share; null for none
     */
    static @Nullable String ofQuery(String code, @Nullable String advice) {
        if (!FOUND_NOTHING.contains(code)) {
            return advice;
        }
        return advice == null ? MAY_BE_IN_PROGRESS : advice + " " + MAY_BE_IN_PROGRESS;
    }

    /**
     * Returns the advice after the query that was to settle a call has failed: the outcome of the query must not be taken
     * for that of the call.
     *
     * @param numbers the numbers of the call; empty if it has none
     */
    public static String unsettled(Operation<?, ?> operation, String numbers) {
        return "Nothing is decided about " + operation + inParentheses(numbers)
                + " yet: call settle() again later, and repeat the request only with the same number.";
    }

    /** Returns sentences one after the other; null stands for none. */
    public static String joined(@Nullable String... sentences) {
        return Stream.of(sentences).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** Returns the numbers in parentheses: a log may be all that there is to query with. */
    private static String numbers(@Nullable Settling settling) {
        return settling == null ? "" : inParentheses(settling.numbers());
    }

    private static String inParentheses(String numbers) {
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
