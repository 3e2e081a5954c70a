package io.github.wxpaycodegen.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request line and the headers.
 *
 * @param path raw, as it came, without the query
 * @param query raw, without its question mark; empty where there is none
 * @param headers by lower-case name, each with its values in the order in which they came
 */
record RequestHead(String method, String path, String query, Map<String, List<String>> headers) {
    /** The first value of a header, by its lower-case name. */
    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Whether the client expects the connection to end after the answer. */
    boolean lastOfConnection() {
        return header("connection").filter("close"::equalsIgnoreCase).isPresent();
    }
}
