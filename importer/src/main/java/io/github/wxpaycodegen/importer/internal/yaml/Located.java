package io.github.wxpaycodegen.importer.internal.yaml;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML node and its file.
 *
 * @param file the path, as diagnostics show it
 */
public record Located(String file, Node node) {
    /** A key with its place, and its value. */
    public record Entry(SourceSpan key, Located value) {}

    /** Returns the place of a node: its first line. */
    public SourceSpan span() {
        return span(file, node);
    }

    private static SourceSpan span(String file, Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        boolean oneLine = start.getLine() == end.getLine();
        return new SourceSpan(
                file,
                start.getLine() + 1,
                start.getColumn() + 1,
                oneLine ? Math.max(1, end.getColumn() - start.getColumn()) : 1);
    }

    /** Returns true if this is a mapping. */
    public boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** Returns true if this is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Returns true if this is a text, number, boolean, date or null. */
    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /**
     * Returns the entries of a mapping by key, in order; empty for other nodes. Of equal keys, the first one counts.
     */
    public Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    entries.putIfAbsent(
                            key.getValue(), new Entry(span(file, key), new Located(file, tuple.getValueNode())));
                }
            }
        }
        return entries;
    }

    /** Returns the value of a key. */
    public Optional<Located> get(String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key)) {
                    return Optional.of(new Located(file, tuple.getValueNode()));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the elements of a list; empty for other nodes. */
    public List<Located> elements() {
        List<Located> elements = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(element -> elements.add(new Located(file, element)));
        }
        return elements;
    }

    /** Returns a scalar as it is written; empty for null and for other nodes. */
    public Optional<String> text() {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** Returns the text of a key. */
    public Optional<String> text(String key) {
        return get(key).flatMap(Located::text);
    }

    /** Returns the text of each element of the list of a key, or its only text. */
    public List<String> texts(String key) {
        return get(key).map(Located::texts).orElse(List.of());
    }

    /** Returns the texts of a list, or the only text. */
    public List<String> texts() {
        return isList()
                ? elements().stream().flatMap(each -> each.text().stream()).toList()
                : text().stream().toList();
    }

    /** Returns true if the value of a key is true. */
    public boolean flag(String key) {
        return text(key).filter("true"::equals).isPresent();
    }

    /** Returns true if YAML reads this scalar as a date. */
    public boolean isDate() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.TIMESTAMP);
    }

    /** Returns the value as texts, booleans, numbers as they are written, lists and maps. */
    public Object value() {
        if (node instanceof MappingNode) {
            Map<String, Object> map = new LinkedHashMap<>();
            entries().forEach((key, entry) -> map.put(key, entry.value().value()));
            return map;
        } else if (node instanceof SequenceNode) {
            return elements().stream().map(Located::value).toList();
        }
        String text = ((ScalarNode) node).getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        } else if (tag.equals(Tag.INT) && text.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        return text;
    }
}
