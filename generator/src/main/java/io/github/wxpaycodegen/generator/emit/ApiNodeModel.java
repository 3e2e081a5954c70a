package io.github.wxpaycodegen.generator.emit;

import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Specs;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A place in the tree of URIs: an endpoint, a parent of endpoints, or both. */
final class ApiNodeModel {
    private final String path;
    private final Optional<String> folderTitle;
    private final TreeMap<String, ApiNodeModel> children = new TreeMap<>();
    private Optional<Endpoint> endpoint = Optional.empty();

    private ApiNodeModel(String path, Optional<String> folderTitle) {
        this.path = path;
        this.folderTitle = folderTitle;
    }

    static ApiNodeModel of(Specs specs) {
        ApiNodeModel root = new ApiNodeModel("", Optional.empty());
        for (Endpoint endpoint : specs.endpoints()) {
            ApiNodeModel node = root;
            String[] segments = endpoint.chain().split("/");
            // The chain may have other names than the URI, but it has them at the same places.
            String[] folders = endpoint.uri().split("/");
            String folder = "";
            for (int i = 0; i < segments.length; i++) {
                String segment = segments[i];
                String childPath = node.path.isEmpty() ? segment : node.path + "/" + segment;
                folder = folder.isEmpty() ? folders[i] : folder + "/" + folders[i];
                Optional<String> title =
                        Optional.ofNullable(specs.folderTitles().get(folder));
                node = node.children.computeIfAbsent(segment, s -> new ApiNodeModel(childPath, title));
            }
            node.endpoint = Optional.of(endpoint);
        }
        return root;
    }

    /** Returns the Chinese name: that of the folder, or else those of the operations. */
    Optional<String> title() {
        return folderTitle.or(() -> endpoint.map(
                e -> e.operations().stream().map(Operation::title).distinct().collect(Collectors.joining("; "))));
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
