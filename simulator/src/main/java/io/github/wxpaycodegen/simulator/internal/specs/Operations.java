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

/** The operations of the specs by their path on the wire. */
public final class Operations {
    private final Routes routes = new Routes();
    private final Types types;
    private final Map<Root, Set<String>> callerFields = new EnumMap<>(Root.class);

    /** Indexes the operations of specs. */
    public Operations(Specs specs) {
        types = new Types(specs);
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

    /** Returns the types of the specs. */
    public Types types() {
        return types;
    }

    /** Returns the names of the request fields below a root that contain the id of the calling account. */
    public Set<String> callerFields(Root root) {
        return callerFields.getOrDefault(root, Set.of());
    }

    /** Returns the route of a path; empty if the specs have no such endpoint. */
    public Optional<Route> route(String path) {
        return routes.find(path);
    }

    /**
     * Returns the path that was probably meant by one that no spec has: without {@code /v2}, which no path has on the wire, or
     * else the most similar path. Empty if none is similar.
     */
    public Optional<String> suggestion(String path) {
        if (path.startsWith("/v2/")) {
            String onTheWire = path.substring("/v2".length());
            if (route(onTheWire).isPresent()) {
                return Optional.of(onTheWire);
            }
        }
        return Similarity.mostSimilar(path, routes.paths());
    }

    /** The host of overseas merchants has a path: {@code https://api.mch.weixin.qq.com/hk}. */
    private void addUnderPrefix(Host host, Endpoint endpoint) {
        String prefix = URI.create(host.url()).getPath().replaceAll("/+$", "");
        if (!prefix.isEmpty()) {
            routes.add(prefix + endpoint.wirePath(), endpoint);
        }
    }
}
