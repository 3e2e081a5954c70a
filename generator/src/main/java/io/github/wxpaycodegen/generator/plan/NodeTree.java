package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.EndpointNames;
import java.util.ArrayList;
import java.util.Arrays;
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
        // The names in the chain may differ from those in the URI, but their positions are the same.
        String[] folders = added.uri().split("/");
        int depth = 0;
        for (String step : EndpointNames.steps(added.chain())) {
            String childPath = node.path.isEmpty() ? step : node.path + "/" + step;
            int parent = depth;
            depth += step.split("/").length;
            Optional<String> title = title(specs, folders, parent, depth);
            node = node.children.computeIfAbsent(step, s -> new NodeTree(childPath, title));
        }
        node.endpoint = Optional.of(added);
    }

    /** Returns the title of the last folder of a step that has one. */
    private static Optional<String> title(Specs specs, String[] folders, int parent, int depth) {
        for (int end = depth; end > parent; end--) {
            String title = specs.folderTitles()
                    .get(String.join("/", Arrays.asList(folders).subList(0, end)));
            if (title != null) {
                return Optional.of(title);
            }
        }
        return Optional.empty();
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
        String segment = EndpointNames.lastSegment(path);
        return EndpointNames.isTemplate(segment)
                ? Optional.of(segment.substring(1, segment.length() - 1))
                : Optional.empty();
    }
}
