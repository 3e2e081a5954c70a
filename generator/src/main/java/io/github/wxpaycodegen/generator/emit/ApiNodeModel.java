package io.github.wxpaycodegen.generator.emit;

import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import java.util.Optional;
import java.util.TreeMap;

/** A place in the tree of URIs: an endpoint, a parent of endpoints, or both. */
final class ApiNodeModel {
    private final String path;
    private final TreeMap<String, ApiNodeModel> children = new TreeMap<>();
    private Optional<Endpoint> endpoint = Optional.empty();

    private ApiNodeModel(String path) {
        this.path = path;
    }

    static ApiNodeModel of(Iterable<Endpoint> endpoints) {
        ApiNodeModel root = new ApiNodeModel("");
        for (Endpoint endpoint : endpoints) {
            ApiNodeModel node = root;
            for (String segment : endpoint.chain().split("/")) {
                String childPath = node.path.isEmpty() ? segment : node.path + "/" + segment;
                node = node.children.computeIfAbsent(segment, s -> new ApiNodeModel(childPath));
            }
            node.endpoint = Optional.of(endpoint);
        }
        return root;
    }

    String path() {
        return path;
    }

    Iterable<ApiNodeModel> children() {
        return children.values();
    }

    Optional<Endpoint> endpoint() {
        return endpoint;
    }

    String stem() {
        return endpoint.map(ClassNames::stem).orElseGet(() -> JavaNames.type(ClassNames.lastSegment(path)));
    }

    /** The method of the parent that leads here. */
    String method() {
        return JavaNames.segment(endpoint.flatMap(Endpoint::javaName).orElseGet(() -> ClassNames.lastSegment(path)));
    }

    /** The name of the template segment that this is, if it is one. */
    Optional<String> parameter() {
        String segment = ClassNames.lastSegment(path);
        return segment.startsWith("{") ? Optional.of(segment.substring(1, segment.length() - 1)) : Optional.empty();
    }
}
