package io.github.wxpaycodegen.generator.read;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds a node that contains itself through an alias. Traversing such a document would never end. */
final class Circles {
    private final Set<Node> path = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());

    private Circles() {}

    /** Returns the first node that contains itself. */
    static Optional<Node> find(Node root) {
        return new Circles().visit(root);
    }

    private Optional<Node> visit(Node node) {
        if (!path.add(node)) {
            return Optional.of(node);
        }
        // A node that is used in several places is visited once; otherwise aliases of aliases would take exponential
        // time.
        Optional<Node> found = done.add(node)
                ? children(node).map(this::visit).flatMap(Optional::stream).findFirst()
                : Optional.empty();
        path.remove(node);
        return found;
    }

    private static Stream<Node> children(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream().flatMap(tuple -> Stream.of(tuple.getKeyNode(), tuple.getValueNode()));
        }
        return node instanceof SequenceNode sequence ? sequence.getValue().stream() : Stream.empty();
    }
}
