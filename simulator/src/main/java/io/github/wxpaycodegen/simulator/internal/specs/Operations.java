package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.generator.model.Specs;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations of the specs, by the path on the wire. */
public final class Operations {
    private final Routes routes = new Routes();
    private final Types types;
    private final Map<Root, Set<String>> callerFields = new EnumMap<>(Root.class);

    public Operations(Specs specs) {
        types = new Types(specs.types());
        for (Root root : Root.values()) {
            callerFields.put(root, CallerFields.of(specs.endpoints(), root));
        }
        for (Endpoint endpoint : specs.endpoints()) {
            routes.add(endpoint.wirePath(), endpoint);
            for (Operation operation : endpoint.operations()) {
                operation.hosts().forEach(host -> addUnderPrefix(host, endpoint));
            }
        }
    }

    public Types types() {
        return types;
    }

    /** Returns the names under which requests below a root have the number of the account that calls. */
    public Set<String> callerFields(Root root) {
        return callerFields.getOrDefault(root, Set.of());
    }

    /** Where the path leads; empty where the specs have no such endpoint. */
    public Optional<Route> route(String path) {
        return routes.find(path);
    }

    /** The entry of overseas merchants is a host with a path: {@code https://api.mch.weixin.qq.com/hk}. */
    private void addUnderPrefix(Host host, Endpoint endpoint) {
        String prefix = URI.create(host.url()).getPath().replaceAll("/+$", "");
        if (!prefix.isEmpty()) {
            routes.add(prefix + endpoint.wirePath(), endpoint);
        }
    }
}
