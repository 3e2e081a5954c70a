package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Parses the bytes of a file to YAML nodes, within limits. */
final class YamlFile {
    /** Specs need no aliases; a few are harmless, but many may be an expansion attack. */
    private static final int MAX_ALIASES = 10;
    /** The deepest official request nests about ten objects, with two YAML levels each. */
    private static final int MAX_DEPTH = 50;

    private static final int MAX_CHARACTERS = 4 * 1024 * 1024;

    private YamlFile() {}

    /** Returns the root of the only document in the file; empty if a problem was reported. */
    static Optional<Node> read(SpecFile file, Problems problems) {
        SourceSpan start = new SourceSpan(file.path(), 1, 1, 1);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.content()))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(Code.NOT_UTF_8, start, "the file is not UTF-8", "save it as UTF-8");
            return Optional.empty();
        }
        try {
            Node root = new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
            if (root == null) {
                problems.add(Code.EMPTY_FILE, start, "the file is empty", "describe an endpoint in it, or delete it");
            }
            Optional<Node> circle = Optional.ofNullable(root).flatMap(Circles::find);
            circle.ifPresent(node -> problems.add(
                    Code.CYCLIC_TYPE,
                    span(file, node.getStartMark()),
                    "the value of the anchor `" + node.getAnchor() + "` contains itself",
                    "write out the inner value, or make it a shared type in `_types.yaml`"));
            return circle.isPresent() ? Optional.empty() : Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            problems.add(
                    Code.NOT_YAML,
                    span(file, mark),
                    "this is not YAML: " + e.getProblem(),
                    "quote the value, or fix the indentation");
        } catch (YAMLException e) {
            problems.add(
                    Code.NOT_YAML,
                    start,
                    "this YAML exceeds the limits of specs: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "at most " + MAX_ALIASES + " aliases and " + MAX_DEPTH + " levels are accepted");
        }
        return Optional.empty();
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private static SourceSpan span(SpecFile file, Mark mark) {
        return mark == null
                ? new SourceSpan(file.path(), 1, 1, 1)
                : new SourceSpan(file.path(), mark.getLine() + 1, mark.getColumn() + 1, 1);
    }
}
