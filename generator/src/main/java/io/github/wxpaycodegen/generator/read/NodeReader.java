package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Converts the nodes of one file to the expected types, and reports those that do not match. */
final class NodeReader {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?");

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");

    /** Other spellings of true, in lower case. */
    private static final Set<String> TRUE = Set.of("true", "yes", "on");

    /** The types as which YAML reads what is not quoted. */
    private static final Set<Tag> READ = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP, Tag.NULL, Tag.MERGE);

    private final String file;
    private final Problems problems;

    NodeReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    String file() {
        return file;
    }

    /** Returns the place of a node: its first line. */
    SourceSpan span(Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark();
        boolean oneLine = start.getLine() == end.getLine();
        int length = oneLine ? Math.max(1, end.getColumn() - start.getColumn()) : 1;
        return new SourceSpan(file, start.getLine() + 1, start.getColumn() + 1, length);
    }

    /** Returns the entries of a mapping by key, in order. A duplicate key is reported with both places. */
    Optional<Mapping> mapping(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            wrongKind(node, what, "a mapping");
            return Optional.empty();
        }
        Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                wrongKind(tuple.getKeyNode(), "a key", "text");
                continue;
            }
            if (key.getTag().equals(Tag.MERGE)) {
                problems.add(
                        Code.WRONG_KIND,
                        span(key),
                        "`<<` is a merge key, which specs do not have",
                        "write the entries out, or use an alias: `key: *anchor`");
                continue;
            }
            Mapping.Entry entry = new Mapping.Entry(key, tuple.getValueNode());
            Mapping.Entry first = entries.putIfAbsent(key.getValue(), entry);
            if (first != null) {
                problems.add(
                        Code.DUPLICATE_KEY,
                        span(key),
                        "the key `" + key.getValue() + "` occurs twice",
                        "keep one of them",
                        span(first.key()));
            }
        }
        return Optional.of(new Mapping(this, node, what, entries));
    }

    /** Returns a text. A value that YAML reads as another type must be quoted. */
    Optional<String> text(Node node, String what) {
        if (!(node instanceof ScalarNode scalar)) {
            wrongKind(node, what, "text");
            return Optional.empty();
        }
        if (isEmpty(node)) {
            problems.add(Code.WRONG_KIND, span(node), what + " is text, but is empty", "write the text, or omit it");
            return Optional.empty();
        }
        if (!scalar.getTag().equals(Tag.STR) && !READ.contains(scalar.getTag())) {
            String tag = scalar.getTag().getValue().replace(Tag.PREFIX, "!!");
            problems.add(Code.NOT_QUOTED, span(node), what + " is text, but has the tag " + tag, "remove the tag");
            return Optional.empty();
        }
        if (!scalar.getTag().equals(Tag.STR)) {
            problems.add(
                    Code.NOT_QUOTED,
                    span(node),
                    what + " is text, but YAML reads `" + scalar.getValue() + "` as " + kind(scalar),
                    "quote it: \"" + scalar.getValue() + "\"");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    Optional<Boolean> bool(Node node, String what) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            String text = scalar.getValue();
            if (text.equals("true") || text.equals("false")) {
                return Optional.of(text.equals("true"));
            }
            boolean meant = TRUE.contains(text.toLowerCase(Locale.ROOT));
            problems.add(
                    Code.WRONG_KIND,
                    span(node),
                    what + " must be true or false, but is `" + text + "`",
                    "YAML 1.1 reads " + text + " as a boolean; write " + meant);
            return Optional.empty();
        }
        wrongKind(node, what, "true or false");
        return Optional.empty();
    }

    Optional<Long> integer(Node node, String what, Code code) {
        if (isInteger(node)) {
            String text = ((ScalarNode) node).getValue();
            if (!INTEGER.matcher(text).matches()) {
                problems.add(
                        code,
                        span(node),
                        what + " is `" + text + "`, which YAML reads as another number",
                        "write it in decimal, without leading zeros; quote it if it is text");
                return Optional.empty();
            }
            try {
                return Optional.of(Long.valueOf(text));
            } catch (NumberFormatException e) {
                problems.add(
                        code,
                        span(node),
                        what + " is `" + text + "`, which does not fit in 64 bits",
                        "write a smaller number, or quote it if it is text");
                return Optional.empty();
            }
        }
        problems.add(code, span(node), what + " must be a whole number", "write it in decimal, without quotes");
        return Optional.empty();
    }

    /** Returns a decimal number as it is written. */
    Optional<String> decimal(Node node, String what, Code code) {
        boolean number = node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))
                && DECIMAL.matcher(scalar.getValue()).matches();
        if (!number) {
            problems.add(code, span(node), what + " must be a number", "write it in decimal, without quotes");
            return Optional.empty();
        }
        return Optional.of(((ScalarNode) node).getValue());
    }

    /** Returns true if nothing was written: {@code request:} with lines below that are not indented enough. */
    static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getTag().equals(Tag.NULL)
                && scalar.getValue().isEmpty();
    }

    static boolean isInteger(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT);
    }

    List<Node> list(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrongKind(node, what, "a list");
        return List.of();
    }

    List<String> texts(Node node, String what) {
        List<String> texts = new ArrayList<>();
        for (Node element : list(node, what)) {
            text(element, what).ifPresent(texts::add);
        }
        return texts;
    }

    void wrongKind(Node node, String what, String expected) {
        problems.add(
                Code.WRONG_KIND,
                span(node),
                what + " must be " + expected + ", but is " + kind(node),
                "write " + expected + " here");
    }

    private static String kind(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        Tag tag = node.getTag();
        return tag.equals(Tag.STR)
                ? "text"
                : tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
                        ? "a number"
                        : tag.equals(Tag.BOOL) ? "a boolean" : tag.equals(Tag.TIMESTAMP) ? "a date" : "null";
    }
}
