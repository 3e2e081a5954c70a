package io.github.wxpaycodegen.runtime;

import org.jspecify.annotations.Nullable;

/** What to do next, in the words of an exception. */
final class Advice {
    private Advice() {}

    /** After a call whose outcome is unknown. */
    static String settle(Operation<?, ?> operation) {
        if (operation.readOnly()) {
            return "The operation changes nothing; it is safe to call again.";
        }
        @Nullable String query = operation.settledBy();
        return query == null
                ? "It may have taken effect: query the order before calling again, and then with the same number."
                : "It may have taken effect: call " + query + " to find out before calling again, and then with the"
                        + " same number.";
    }
}
