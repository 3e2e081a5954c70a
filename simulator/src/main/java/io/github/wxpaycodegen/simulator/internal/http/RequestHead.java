package io.github.wxpaycodegen.simulator.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request line and the headers.
 *
 * @param target path and query, exactly as they came
 * @param headers by lower-case name, each with its values in the order in which they came
 */
public record RequestHead(String method, String target, Map<String, List<String>> headers) {
    /** The raw path. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** The raw query, without its question mark; empty where there is none. */
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** The first value of a header, by its lower-case name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Returns the number of characters, without the method and the marks between headers. */
    public int length() {
        int length = target.length();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                length += header.getKey().length() + value.length();
            }
        }
        return length;
    }

    /** Whether the client expects the connection to end after the answer. */
    boolean lastOfConnection() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }
}
