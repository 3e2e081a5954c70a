package io.github.wxpaycodegen.generator.plan;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.EndpointNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the chain of interfaces from the URIs of the endpoints. */
final class NodeTree {
    /** The number of titles that name a place; of more, the first ones are followed by the number of the others. */
    private static final int MOST_TITLES = 3;

    private final String chain;
    private final String path;
    private final Optional<String> folderTitle;
    private final TreeMap<String, NodeTree> children = new TreeMap<>();
    private Optional<Endpoint> endpoint = Optional.empty();

    private NodeTree(String chain, String path, Optional<String> folderTitle) {
        this.chain = chain;
        this.path = path;
        this.folderTitle = folderTitle;
    }

    /** Returns the nodes of the first segments. */
    static List<JavaNode> of(Specs specs, ClassNames names, Function<Endpoint, List<JavaOperation>> operations) {
        NodeTree root = new NodeTree("", "", Optional.empty());
        specs.endpoints().forEach(endpoint -> root.add(endpoint, specs));
        return root.plannedChildren(names, operations);
    }

    private void add(Endpoint added, Specs specs) {
        NodeTree node = this;
        // The names in the chain may differ from those in the URI, but their positions are the same.
        List<String> folders = List.of(added.uri().split("/"));
        int depth = 0;
        for (String step : EndpointNames.steps(added.chain())) {
            String childChain = node.chain.isEmpty() ? step : node.chain + "/" + step;
            depth += step.split("/").length;
            String childPath = String.join("/", folders.subList(0, depth));
            Optional<String> title = title(specs, childPath);
            node = node.children.computeIfAbsent(step, s -> new NodeTree(childChain, childPath, title));
        }
        node.endpoint = Optional.of(added);
    }

    /**
     * Returns the title of the folder of a step. The folder before a template that repeats it has the name of a number, which
     * the parameter has too, so such a step is named by its operations.
     */
    private static Optional<String> title(Specs specs, String folder) {
        return Optional.ofNullable(specs.folderTitles().get(folder));
    }

    private List<JavaNode> plannedChildren(ClassNames names, Function<Endpoint, List<JavaOperation>> operations) {
        List<JavaNode> planned = new ArrayList<>();
        children.values().forEach(child -> planned.add(child.planned(names, operations)));
        return planned;
    }

    private JavaNode planned(ClassNames names, Function<Endpoint, List<JavaOperation>> operations) {
        Optional<Field> parameter = parameter();
        return new JavaNode(
                names.place(chain),
                path,
                title(),
                folderTitle.or(() -> parameter.flatMap(field -> field.docs().title())),
                names.step(chain),
                parameter,
                endpoint.map(each -> each.span().file()).orElse(path),
                endpoint.map(operations).orElse(List.of()),
                plannedChildren(names, operations));
    }

    private String title() {
        return folderTitle
                .or(() -> endpoint.map(own -> titles(own.operations()).collect(Collectors.joining("; "))))
                .orElseGet(this::titleOfAllBelow);
    }

    /** Returns the titles of a few operations, the product of many, or the first titles if they are of several products. */
    private String titleOfAllBelow() {
        List<Operation> below = below().toList();
        List<String> titles = titles(below).toList();
        if (titles.size() <= MOST_TITLES) {
            return String.join("; ", titles);
        }
        Set<Optional<String>> products =
                below.stream().map(each -> each.documentation().product()).collect(Collectors.toSet());
        return products.stream()
                .flatMap(Optional::stream)
                .filter(product -> products.size() == 1)
                .findFirst()
                .orElseGet(() -> String.join("; ", titles.subList(0, MOST_TITLES)) + "; and "
                        + (titles.size() - MOST_TITLES) + " more");
    }

    private static Stream<String> titles(List<Operation> operations) {
        return operations.stream().map(Operation::title).distinct();
    }

    /** Returns the operations of this place and of all below it. */
    private Stream<Operation> below() {
        return Stream.concat(
                endpoint.stream().flatMap(own -> own.operations().stream()),
                children.values().stream().flatMap(NodeTree::below));
    }

    private Optional<Field> parameter() {
        String segment = EndpointNames.lastSegment(path);
        if (!EndpointNames.isTemplate(segment)) {
            return Optional.empty();
        }
        Field declared = below().flatMap(each -> each.request().path().stream())
                .filter(field -> segment.equals("{" + field.name() + "}"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(path + " has an undeclared segment"));
        return Optional.of(declared);
    }
}
