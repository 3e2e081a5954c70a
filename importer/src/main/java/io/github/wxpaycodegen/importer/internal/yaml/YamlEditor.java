package io.github.wxpaycodegen.importer.internal.yaml;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Edits the text of a YAML file at the marks of its nodes. Comments, quotes, order and layout of everything else stay
 * as they are. Each method returns false, and leaves the text unchanged, if the file has anchors, or is not laid out in
 * a way that it can edit.
 */
public final class YamlEditor {
    /** True if lines end as on Windows. */
    private final boolean windows;
    /**
     * True if a node has an anchor. An edit of it would also change each place with its alias, whose marks are those of
     * the anchor.
     */
    private final boolean anchored;

    private String text;
    private Located root;

    /**
     * Creates an editor.
     *
     * @throws IllegalArgumentException if the text is not YAML
     */
    public YamlEditor(String text) {
        this.text = text;
        this.root = parse(text).orElseThrow(() -> new IllegalArgumentException("not YAML"));
        this.windows = text.contains("\r\n");
        this.anchored = hasAnchor(root.node());
    }

    /** Returns the present text. */
    public String text() {
        return text;
    }

    /** Returns the present root. */
    public Located root() {
        return root;
    }

    /** Returns the value at a path of keys. */
    public Optional<Located> find(List<String> path) {
        Optional<Located> found = Optional.of(root);
        for (String key : path) {
            found = found.flatMap(node -> node.get(key));
        }
        return found;
    }

    /**
     * Sets an entry of a mapping to a value of one line.
     *
     * @param order the usual order of keys, which decides where a new entry goes
     */
    public boolean set(List<String> path, String key, String value, List<String> order) {
        Optional<Located> mapping = find(path).filter(Located::isMapping);
        if (mapping.isEmpty()) {
            return false;
        }
        MappingNode node = (MappingNode) mapping.get().node();
        Optional<NodeTuple> present = tuple(node, key);
        if (present.isPresent()) {
            Node old = present.get().getValueNode();
            if (isBlock(old) || isBlockScalar(old)) {
                return false;
            }
            return replace(start(old), end(old), value);
        }
        return insert(node, key + ": " + value, before(node, key, order));
    }

    /**
     * Removes an entry of a mapping. The last entry of a mapping stays, because an empty mapping means something else.
     */
    public boolean remove(List<String> path, String key) {
        Optional<Located> mapping = find(path).filter(Located::isMapping);
        if (mapping.isEmpty()) {
            return false;
        }
        MappingNode node = (MappingNode) mapping.get().node();
        Optional<NodeTuple> present = tuple(node, key);
        if (present.isEmpty() || node.getValue().size() == 1) {
            return false;
        }
        int index = node.getValue().indexOf(present.get());
        int from = start(present.get().getKeyNode());
        if (isBlock(node)) {
            return replace(lineStart(from), lineEnd(lastIndex(present.get().getValueNode())), "");
        }
        return index + 1 < node.getValue().size()
                ? replace(from, start(node.getValue().get(index + 1).getKeyNode()), "")
                : replace(
                        end(node.getValue().get(index - 1).getValueNode()),
                        end(present.get().getValueNode()),
                        "");
    }

    /** Adds a value of one line to the end of a list. */
    public boolean append(List<String> path, String value) {
        Optional<Located> list = find(path).filter(Located::isList);
        if (list.isEmpty()) {
            return false;
        }
        SequenceNode node = (SequenceNode) list.get().node();
        if (!isBlock(node)) {
            String separator = node.getValue().isEmpty() ? "" : ", ";
            return replace(end(node) - 1, end(node) - 1, separator + value);
        }
        // The mark of the list is that of its first dash, behind which there may be any number of spaces.
        int column = node.getStartMark().getColumn();
        int at = lineEnd(lastIndex(node));
        return replace(at, at, " ".repeat(column) + "- " + value + "\n");
    }

    /**
     * Adds lines to a block mapping.
     *
     * @param after the key behind which they go; the end if it is empty or absent
     * @param lines makes the lines for an indent; each ends with a line break
     */
    public boolean insertLines(List<String> path, Optional<String> after, Function<String, String> lines) {
        Optional<Located> mapping = find(path).filter(Located::isMapping);
        if (mapping.isEmpty()
                || !isBlock(mapping.get().node())
                || mapping.get().entries().isEmpty()) {
            return false;
        }
        MappingNode node = (MappingNode) mapping.get().node();
        NodeTuple last = after.flatMap(key -> tuple(node, key))
                .orElse(node.getValue().get(node.getValue().size() - 1));
        int column = node.getValue().get(0).getKeyNode().getStartMark().getColumn();
        int at = lineEnd(lastIndex(last.getValueNode()));
        return replace(at, at, lines.apply(" ".repeat(column)));
    }

    private boolean insert(MappingNode node, String entry, Optional<NodeTuple> before) {
        if (isBlock(node)) {
            int column = node.getValue().get(0).getKeyNode().getStartMark().getColumn();
            int at =
                    before.map(tuple -> lineStart(start(tuple.getKeyNode()))).orElseGet(() -> lineEnd(lastIndex(node)));
            return replace(at, at, " ".repeat(column) + entry + "\n");
        }
        if (before.isPresent()) {
            int at = start(before.get().getKeyNode());
            return replace(at, at, entry + ", ");
        }
        int at = node.getValue().isEmpty()
                ? end(node) - 1
                : end(node.getValue().get(node.getValue().size() - 1).getValueNode());
        return replace(at, at, (node.getValue().isEmpty() ? "" : ", ") + entry);
    }

    private static Optional<NodeTuple> before(MappingNode node, String key, List<String> order) {
        int place = order.indexOf(key);
        return place < 0
                ? Optional.empty()
                : node.getValue().stream()
                        .filter(tuple -> order.indexOf(((ScalarNode) tuple.getKeyNode()).getValue()) > place)
                        .findFirst();
    }

    private static Optional<NodeTuple> tuple(MappingNode node, String key) {
        return node.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }

    private boolean replace(int from, int to, String given) {
        if (anchored) {
            return false;
        }
        String replacement = windows ? given.replace("\n", "\r\n") : given;
        boolean unfinished =
                from == text.length() && from > 0 && text.charAt(from - 1) != '\n' && replacement.endsWith("\n");
        String changed = text.substring(0, from)
                + (unfinished ? (windows ? "\r\n" : "\n") : "")
                + replacement
                + text.substring(to);
        Optional<Located> parsed = parse(changed);
        if (parsed.isEmpty()) {
            return false;
        }
        text = changed;
        root = parsed.get();
        return true;
    }

    private static Optional<Located> parse(String text) {
        return YamlText.parse("", text, new Findings());
    }

    private static boolean hasAnchor(Node node) {
        if (node.getAnchor() != null) {
            return true;
        } else if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .anyMatch(tuple -> hasAnchor(tuple.getKeyNode()) || hasAnchor(tuple.getValueNode()));
        }
        return node instanceof SequenceNode sequence
                && sequence.getValue().stream().anyMatch(YamlEditor::hasAnchor);
    }

    private static boolean isBlock(Node node) {
        return node instanceof CollectionNode<?> collection
                && collection.getFlowStyle() == DumperOptions.FlowStyle.BLOCK;
    }

    private static boolean isBlockScalar(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                        || scalar.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED);
    }

    private int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    private int end(Node node) {
        return text.offsetByCodePoints(0, node.getEndMark().getIndex());
    }

    /** Returns the end of the last value of a node; the mark of a block is behind the comments that follow it. */
    private int lastIndex(Node node) {
        if (isBlock(node)) {
            if (node instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
                return lastIndex(
                        mapping.getValue().get(mapping.getValue().size() - 1).getValueNode());
            } else if (node instanceof SequenceNode sequence
                    && !sequence.getValue().isEmpty()) {
                return lastIndex(sequence.getValue().get(sequence.getValue().size() - 1));
            }
        }
        int end = end(node);
        if (isBlockScalar(node)) {
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }

    private int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /** Returns the start of the next line. */
    private int lineEnd(int index) {
        int end = text.indexOf('\n', index);
        return end < 0 ? text.length() : end + 1;
    }
}
