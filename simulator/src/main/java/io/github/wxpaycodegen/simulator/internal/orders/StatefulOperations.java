package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The operations on stored orders, by method and URI. Other operations echo the request. */
public final class StatefulOperations {
    private final Map<String, StatefulOperation> operations = new HashMap<>();

    /** Adds an operation. */
    public void add(String method, String uri, StatefulOperation operation) {
        operations.put(method + " " + uri, operation);
    }

    /** Returns the operation of a URI; empty if the request should be echoed. */
    public Optional<StatefulOperation> find(String method, String uri) {
        return Optional.ofNullable(operations.get(method + " " + uri));
    }
}
