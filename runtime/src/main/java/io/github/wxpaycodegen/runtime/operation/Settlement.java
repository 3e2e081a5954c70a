package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Description of the query that finds out whether an operation took effect.
 *
 * @param query the URI of the query as callers write it
 * @param operation returns the description of the query; null if it cannot be called
 * @param needs the fields that the query requires: of each list, the first field that the failed request contains
 * @param takes the fields that the query also accepts, if the failed request contains them
 * @param declines the flags of the query that are false
 * @param lacks the fields that the query requires but no request contains
 */
public record Settlement(
        String query,
        @Nullable Supplier<? extends TypedOperation<?, ?, ? extends Message>> operation,
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
        return new Settlement(query, null, List.of(), List.of(), List.of(), List.of());
    }

    static Settlement by(String query, Supplier<? extends TypedOperation<?, ?, ? extends Message>> operation) {
        return new Settlement(query, operation, List.of(), List.of(), List.of(), List.of());
    }

    Settlement needing(List<String> alternatives) {
        List<List<String>> more = new ArrayList<>(needs);
        more.add(List.copyOf(alternatives));
        return new Settlement(query, operation, more, takes, declines, lacks);
    }

    Settlement taking(List<String> fields) {
        return new Settlement(query, operation, needs, fields, declines, lacks);
    }

    Settlement declining(List<String> flags) {
        return new Settlement(query, operation, needs, takes, flags, lacks);
    }

    Settlement lacking(List<String> fields) {
        return new Settlement(query, operation, needs, takes, declines, fields);
    }
}
