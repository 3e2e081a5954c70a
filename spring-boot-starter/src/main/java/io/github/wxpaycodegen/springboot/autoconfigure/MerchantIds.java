package io.github.wxpaycodegen.springboot.autoconfigure;

import org.jspecify.annotations.Nullable;

/** Shows merchant ids in endpoints that may be public. */
final class MerchantIds {
    private static final int SHOWN = 3;

    private MerchantIds() {}

    /** Returns an id with its middle hidden: {@code 123****109}. */
    static String masked(@Nullable String id) {
        if (id == null) {
            return "none";
        }
        return id.length() < 2 * SHOWN + 2
                ? "****"
                : id.substring(0, SHOWN) + "****" + id.substring(id.length() - SHOWN);
    }
}
