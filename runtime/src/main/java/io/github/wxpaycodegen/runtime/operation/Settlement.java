package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it is found out whether an operation took effect.
 *
 * @param query the URI of the query as callers write it
 * @param method the HTTP method of the query; null if it cannot be called
 * @param call calls the query; null if that is not possible
 * @param needs what the query cannot do without: of each list the first field that the failed request has
 * @param takes what the query takes beside that, as far as the failed request has it
 * @param declines the flags of the query that are false
 * @param lacks what the query needs and no request has
 */
public record Settlement(
        String query,
        @Nullable HttpMethod method,
        @Nullable SettlingQuery<?> call,
        List<List<String>> needs,
        List<String> takes,
        List<String> declines,
        List<String> lacks) {
    public Settlement {
        needs = List.copyOf(needs);
        takes = List.copyOf(takes);
        declines = List.copyOf(declines);
        lacks = List.copyOf(lacks);
    }

    static Settlement by(String query) {
        return new Settlement(query, null, null, List.of(), List.of(), List.of(), List.of());
    }

    static Settlement by(HttpMethod method, String query, SettlingQuery<?> call) {
        return new Settlement(query, method, call, List.of(), List.of(), List.of(), List.of());
    }

    Settlement needing(List<String> alternatives) {
        List<List<String>> more = new ArrayList<>(needs);
        more.add(List.copyOf(alternatives));
        return new Settlement(query, method, call, more, takes, declines, lacks);
    }

    Settlement taking(List<String> fields) {
        return new Settlement(query, method, call, needs, fields, declines, lacks);
    }

    Settlement declining(List<String> flags) {
        return new Settlement(query, method, call, needs, takes, flags, lacks);
    }

    Settlement lacking(List<String> fields) {
        return new Settlement(query, method, call, needs, takes, declines, fields);
    }
}
