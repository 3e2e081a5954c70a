package io.github.wxpaycodegen.importer.internal.yaml;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Parses YAML, and JSON, which is YAML too. */
public final class YamlText {
    /** The document that the generator exports of all specs has 10 MB. */
    private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

    private static final int MAX_ALIASES = 20;
    private static final int MAX_DEPTH = 200;

    private YamlText() {}

    /** Returns the root of a document; empty, with a finding, if the text is not YAML or is empty. */
    public static Optional<Located> parse(String file, String text, Findings findings) {
        try {
            Node root = new Yaml(new SafeConstructor(limits())).compose(new StringReader(text));
            if (root == null) {
                findings.add(new SourceSpan(file, 1, 1, 1), "the file is empty");
            }
            if (root != null && containsItself(root, new ArrayList<>())) {
                findings.add(new SourceSpan(file, 1, 1, 1), "the value of an anchor contains itself");
                return Optional.empty();
            }
            return Optional.ofNullable(root).map(node -> new Located(file, node));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            int line = mark == null ? 1 : mark.getLine() + 1;
            int column = mark == null ? 1 : mark.getColumn() + 1;
            findings.add(new SourceSpan(file, line, column, 1), "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            findings.add(new SourceSpan(file, 1, 1, 1), "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static boolean containsItself(Node node, List<Node> around) {
        if (around.contains(node)) {
            return true;
        }
        around.add(node);
        boolean found = false;
        if (node instanceof MappingNode mapping) {
            found = mapping.getValue().stream()
                    .anyMatch(tuple ->
                            containsItself(tuple.getKeyNode(), around) || containsItself(tuple.getValueNode(), around));
        } else if (node instanceof SequenceNode sequence) {
            found = sequence.getValue().stream().anyMatch(element -> containsItself(element, around));
        }
        around.remove(around.size() - 1);
        return found;
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MAX_ALIASES);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setAllowRecursiveKeys(false);
        return options;
    }
}
