package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the chain of interfaces from the URIs of the endpoints. */
final class NodeTree {
    private final String path;
    private final Optional<String> folderTitle;
    private final TreeMap<String, NodeTree> children = new TreeMap<>();
    private Optional<Endpoint> endpoint = Optional.empty();

    private NodeTree(String path, Optional<String> folderTitle) {
        this.path = path;
        this.folderTitle = folderTitle;
    }

    /** Returns the nodes of the first segments. */
    static List<JavaNode> of(Specs specs, ClassNames names, Function<Endpoint, List<JavaOperation>> operations) {
        NodeTree root = new NodeTree("", Optional.empty());
        specs.endpoints().forEach(endpoint -> root.add(endpoint, specs));
        return root.plannedChildren(names, operations);
    }

    private void add(Endpoint added, Specs specs) {
        NodeTree node = this;
        String[] segments = added.chain().split("/");
        // The chain may have other names than the URI, but it has them at the same places.
        String[] folders = added.uri().split("/");
        String folder = "";
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            String childPath = node.path.isEmpty() ? segment : node.path + "/" + segment;
            folder = folder.isEmpty() ? folders[i] : folder + "/" + folders[i];
            Optional<String> title = Optional.ofNullable(specs.folderTitles().get(folder));
            node = node.children.computeIfAbsent(segment, s -> new NodeTree(childPath, title));
        }
        node.endpoint = Optional.of(added);
    }

    private List<JavaNode> plannedChildren(ClassNames names, Function<Endpoint, List<JavaOperation>> operations) {
        List<JavaNode> planned = new ArrayList<>();
        children.values().forEach(child -> planned.add(child.planned(names, operations)));
        return planned;
    }

    private JavaNode planned(ClassNames names, Function<Endpoint, List<JavaOperation>> operations) {
        return new JavaNode(
                names.place(path),
                path,
                title(),
                names.step(path),
                parameter(),
                endpoint.map(each -> each.span().file()).orElse(path),
                endpoint.map(operations).orElse(List.of()),
                plannedChildren(names, operations));
    }

    private Optional<String> title() {
        return folderTitle.or(() -> endpoint.map(
                e -> e.operations().stream().map(Operation::title).distinct().collect(Collectors.joining("; "))));
    }

    private Optional<String> parameter() {
        String segment = ClassNames.lastSegment(path);
        return segment.startsWith("{") ? Optional.of(segment.substring(1, segment.length() - 1)) : Optional.empty();
    }
}
