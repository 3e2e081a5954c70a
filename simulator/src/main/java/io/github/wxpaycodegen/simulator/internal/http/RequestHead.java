package io.github.wxpaycodegen.simulator.internal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request line and the headers.
 *
 * @param target path and query, exactly as they were received
 * @param headers by lower-case name, each with its values in the order in which they were received
 */
public record RequestHead(String method, String target, Map<String, List<String>> headers) {
    /** Returns the raw path. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** Returns the raw query, without its question mark; empty if there is none. */
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** Returns the first value of a header, by its lower-case name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Returns the number of characters, without the method and separators. */
    public int length() {
        int length = target.length();
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            for (String value : header.getValue()) {
                length += header.getKey().length() + value.length();
            }
        }
        return length;
    }

    /** Returns true if the client expects the connection to end after the response. */
    boolean lastOfConnection() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }
}
