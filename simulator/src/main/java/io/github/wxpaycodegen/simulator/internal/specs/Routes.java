package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint of a path, segment by segment: a literal segment goes before a template, and the empty segment
 * behind a trailing slash is a literal like any other.
 */
final class Routes {
    private final Node root = new Node();

    /** A place in the tree of all paths. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node template;
        private @Nullable Endpoint endpoint;
        private String path = "";
    }

    /** Makes the endpoint reachable at a path, which may have template segments. */
    void add(String path, Endpoint endpoint) {
        Node node = root;
        for (String segment : segments(path)) {
            node = isTemplate(segment) ? template(node) : node.literals.computeIfAbsent(segment, s -> new Node());
        }
        node.endpoint = endpoint;
        node.path = path;
    }

    /** The endpoint of a path as it came, or of a template as the specs have it. */
    Optional<Route> find(String path) {
        String[] segments = segments(path);
        Node found = find(root, segments, 0);
        if (found == null || found.endpoint == null) {
            return Optional.empty();
        }
        return Optional.of(new Route(found.endpoint, found.path, values(segments(found.path), segments)));
    }

    private static @Nullable Node find(Node node, String[] segments, int position) {
        if (position == segments.length) {
            return node.endpoint == null ? null : node;
        }
        String segment = segments[position];
        Node literal = node.literals.get(segment);
        Node found = literal == null ? null : find(literal, segments, position + 1);
        if (found != null || node.template == null || !isValue(segment)) {
            return found;
        }
        return find(node.template, segments, position + 1);
    }

    private static Map<String, String> values(String[] template, String[] segments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < template.length; i++) {
            if (isTemplate(template[i])) {
                values.put(template[i].substring(1, template[i].length() - 1), segments[i]);
            }
        }
        return values;
    }

    private static Node template(Node node) {
        if (node.template == null) {
            node.template = new Node();
        }
        return node.template;
    }

    private static String[] segments(String path) {
        return path.substring(1).split("/", -1);
    }

    /** An empty segment or one of dots is never a value: web servers take them as a way through the tree. */
    private static boolean isValue(String segment) {
        return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
    }

    private static boolean isTemplate(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
