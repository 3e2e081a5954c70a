package io.github.wxpaycodegen.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The operations that remember, by method and URI; without them the simulator remembers nothing. */
final class Memory {
    private final Map<String, StatefulOperation> operations = new HashMap<>();

    /** One that has nothing in it. */
    static Memory none() {
        return new Memory();
    }

    /** One with the basic payments and the service orders. */
    static Memory of(Ledger ledger, ServiceLedger serviceLedger) {
        Memory memory = new Memory();
        new V3Payments(ledger).addTo(memory);
        new V2Payments(ledger).addTo(memory);
        new V2ServiceOrders(serviceLedger).addTo(memory);
        return memory;
    }

    void add(String method, String uri, StatefulOperation operation) {
        operations.put(method + " " + uri, operation);
    }

    /** What is done at a URI; empty if the request is to be echoed. */
    Optional<StatefulOperation> find(String method, String uri) {
        return Optional.ofNullable(operations.get(method + " " + uri));
    }
}
