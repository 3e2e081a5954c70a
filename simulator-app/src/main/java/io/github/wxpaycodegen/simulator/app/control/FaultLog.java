package io.github.wxpaycodegen.simulator.app.control;

import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults that were programmed for a merchant, as far as no request has met them yet. */
final class FaultLog {
    private final Simulator simulator;
    private final Map<String, List<Views.Fault>> byPath = new LinkedHashMap<>();

    FaultLog(Simulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Programs a fault.
     *
     * @throws IllegalArgumentException if no spec describes the path
     */
    synchronized void add(String path, Behavior behavior, Arguments arguments) {
        Map<String, Integer> before = simulator.pendingBehaviors();
        simulator.next(path, behavior);
        simulator.pendingBehaviors().forEach((target, count) -> {
            if (count > before.getOrDefault(target, 0)) {
                Map<String, String> parameters = arguments.all();
                String name = parameters.getOrDefault("behavior", "");
                parameters.keySet().removeAll(List.of("path", "behavior"));
                byPath.computeIfAbsent(target, each -> new ArrayList<>())
                        .add(new Views.Fault(target, name, parameters));
            }
        });
    }

    /** Returns the faults that wait, those of a path in the order of its requests. */
    synchronized List<Views.Fault> waiting() {
        Map<String, Integer> pending = simulator.pendingBehaviors();
        byPath.forEach((path, faults) -> {
            int used = faults.size() - pending.getOrDefault(path, 0);
            faults.subList(0, Math.max(0, used)).clear();
        });
        return byPath.values().stream().flatMap(List::stream).toList();
    }
}
