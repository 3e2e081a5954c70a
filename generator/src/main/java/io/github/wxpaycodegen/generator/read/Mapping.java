package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A YAML mapping and its entries.
 *
 * @param what the name of the object that it describes, for messages
 */
record Mapping(NodeReader reader, Node node, String what, Map<String, Entry> entries) {
    /** A key and its value. */
    record Entry(ScalarNode key, Node value) {}

    SourceSpan span() {
        return reader.span(node);
    }

    /** Reports each key that is not in the set. */
    Mapping allow(Set<String> keys) {
        entries.forEach((name, entry) -> {
            if (!keys.contains(name)) {
                reader.problems()
                        .add(
                                Code.UNKNOWN_KEY,
                                reader.span(entry.key()),
                                "unknown key `" + name + "` in " + what,
                                Suggestion.among(name, keys));
            }
        });
        return this;
    }

    Optional<Node> get(String key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    /** Returns the entry of a key that is present. */
    Entry entry(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Returns the place of a key, or of the whole mapping if the key is missing. */
    SourceSpan spanOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? span() : reader.span(entry.key());
    }

    /** Returns the node of a required key; a missing key is reported. */
    Optional<Node> require(String key, String example) {
        if (!has(key)) {
            SourceSpan whole = span();
            reader.problems()
                    .add(
                            Code.MISSING_KEY,
                            new SourceSpan(whole.file(), whole.line(), whole.column(), 1),
                            what + " has no `" + key + "`",
                            "add `" + key + ": " + example + "`");
        }
        return get(key);
    }

    Optional<String> text(String key) {
        return get(key).flatMap(value -> reader.text(value, "`" + key + "`"));
    }

    boolean flag(String key) {
        return get(key).flatMap(value -> reader.bool(value, "`" + key + "`")).orElse(false);
    }

    List<String> texts(String key) {
        return get(key).map(value -> reader.texts(value, "`" + key + "`")).orElse(List.of());
    }

    /** Returns the value that the text of a key stands for; other texts are reported. */
    <E> Optional<E> choice(String key, Code code, Map<String, E> values) {
        return get(key).flatMap(node -> choice(node, key, code, values));
    }

    /** Returns the values that a list of texts stands for; other texts are reported. */
    <E> List<E> choices(String key, Code code, Map<String, E> values) {
        List<Node> nodes =
                get(key).map(node -> reader.list(node, "`" + key + "`")).orElse(List.of());
        return nodes.stream()
                .flatMap(node -> choice(node, key, code, values).stream())
                .toList();
    }

    private <E> Optional<E> choice(Node node, String key, Code code, Map<String, E> values) {
        Optional<String> text = reader.text(node, "`" + key + "`");
        if (text.isPresent() && !values.containsKey(text.get())) {
            reader.problems()
                    .add(
                            code,
                            reader.span(node),
                            "`" + key + "` cannot be `" + text.get() + "`",
                            Suggestion.among(text.get(), values.keySet()));
        }
        return text.flatMap(value -> Optional.ofNullable(values.get(value)));
    }

    /** Reports the value of a key that is present, but has the wrong form. */
    void malformed(String key, String problem, String help) {
        reader.problems().add(Code.MALFORMED, reader.span(get(key).orElseThrow()), "`" + key + "` " + problem, help);
    }

    /** Reports a key that does not apply. */
    void requireApplicable(String key, boolean applies, String to) {
        if (has(key) && !applies) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            spanOf(key),
                            "`" + key + "` applies to " + to + " only",
                            "change the field's type, or omit `" + key + "`");
        }
    }
}
