package io.github.wxpaycodegen.importer.internal.yaml;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.read.YamlDocument;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Parses YAML, and JSON, which is YAML too. */
public final class YamlText {
    /** The document that the generator exports of all specs has 10 MB. */
    private static final YamlDocument.Limits LIMITS = new YamlDocument.Limits(20, 200, 64 * 1024 * 1024);

    private YamlText() {}

    /** Returns the root of a document; empty, with a finding, if the bytes are not YAML in UTF-8, or empty. */
    public static Optional<Located> parse(String file, byte[] content, Findings findings) {
        return located(file, YamlDocument.read(file, content, LIMITS), findings);
    }

    /** Returns the root of a document; empty, with a finding, if the text is not YAML or is empty. */
    public static Optional<Located> parse(String file, String text, Findings findings) {
        return located(file, YamlDocument.read(file, text, LIMITS), findings);
    }

    private static Optional<Located> located(String file, YamlDocument document, Findings findings) {
        document.problem().ifPresent(problem -> findings.add(problem.span(), describe(problem)));
        document.root().ifPresent(root -> new Repetitions(file, findings).report(root));
        return document.root().map(root -> new Located(file, root));
    }

    private static String describe(YamlDocument.Problem problem) {
        return switch (problem.kind()) {
            case NOT_UTF_8 -> "not UTF-8";
            case EMPTY -> "the file is empty";
            case NOT_YAML -> "not YAML: " + problem.detail();
            case TOO_LARGE -> "the YAML is too large: " + problem.detail();
            case CIRCLE -> "the value of the anchor `" + problem.detail() + "` contains itself";
        };
    }

    /** Reports keys that a mapping has twice, of which the first one counts. */
    private static final class Repetitions {
        private final String file;
        private final Findings findings;
        /** A node that is used in several places is visited once. */
        private final Set<Node> visited = Collections.newSetFromMap(new IdentityHashMap<>());

        Repetitions(String file, Findings findings) {
            this.file = file;
            this.findings = findings;
        }

        void report(Node node) {
            if (!visited.add(node)) {
                return;
            }
            if (node instanceof SequenceNode sequence) {
                sequence.getValue().forEach(this::report);
            } else if (node instanceof MappingNode mapping) {
                Map<String, Integer> lines = new HashMap<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key) {
                        SourceSpan span = new Located(file, key).span();
                        Integer first = lines.putIfAbsent(key.getValue(), span.line());
                        if (first != null) {
                            findings.add(
                                    span,
                                    "the key `" + key.getValue() + "` occurs twice: only that of line " + first
                                            + " was imported");
                        }
                    }
                    report(tuple.getValueNode());
                }
            }
        }
    }
}
