package io.github.wxpaycodegen.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it is found out whether an operation took effect.
 *
 * @param query the URI of the query as callers write it
 * @param call calls the query; null if that is not possible
 * @param needs what the query cannot do without: of each list the first field that the failed request has
 * @param takes what the query takes beside that, as far as the failed request has it
 * @param lacks what the query needs and no request has
 */
record Settlement(
        String query,
        @Nullable HttpMethod method,
        @Nullable SettlingQuery call,
        List<List<String>> needs,
        List<String> takes,
        List<String> lacks) {
    Settlement {
        needs = List.copyOf(needs);
        takes = List.copyOf(takes);
        lacks = List.copyOf(lacks);
    }
}
