package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the endpoint of a path, segment by segment. A literal segment has precedence over a template. The empty segment after a
 * trailing slash is a literal, too.
 */
final class Routes {
    private final Node root = new Node();
    private final List<String> paths = new ArrayList<>();

    /** A node in the tree of all paths. */
    private static final class Node {
        private final Map<String, Node> literals = new HashMap<>();
        private @Nullable Node template;
        private @Nullable Endpoint endpoint;
        private String path = "";
    }

    /** Adds an endpoint at a path, which may have template segments. */
    void add(String path, Endpoint endpoint) {
        Node node = root;
        for (String segment : segments(path)) {
            node = Route.isTemplate(segment) ? template(node) : node.literals.computeIfAbsent(segment, s -> new Node());
        }
        node.endpoint = endpoint;
        node.path = path;
        paths.add(path);
    }

    /** Returns all paths, with their templates. */
    List<String> paths() {
        return Collections.unmodifiableList(paths);
    }

    /** Returns the endpoint of a raw path, or of a path with templates as in the specs; empty if there is none. */
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
            if (Route.isTemplate(template[i])) {
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

    /** Empty segments and dot segments are not values, because web servers interpret them. */
    private static boolean isValue(String segment) {
        return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..");
    }
}
