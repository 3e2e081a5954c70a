package io.github.wxpaycodegen.runtime;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What callers do about error codes: the operation's own words come before those that operations share. */
final class ErrorAdvice {
    private final Map<String, String> own;
    private final Function<String, @Nullable String> common;

    ErrorAdvice(Map<String, String> own, Function<String, @Nullable String> common) {
        this.own = Map.copyOf(own);
        this.common = common;
    }

    @Nullable
    String of(@Nullable String code) {
        if (code == null) {
            return null;
        }
        String advice = own.get(code);
        return advice == null ? common.apply(code) : advice;
    }
}
