package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Parses the bytes of a spec to YAML nodes. */
final class YamlFile {
    /**
     * Specs need no aliases; a few are harmless, but many may be an expansion attack. The deepest official request
     * nests about ten objects, with two YAML levels each.
     */
    private static final YamlDocument.Limits LIMITS = new YamlDocument.Limits(10, 50, 4 * 1024 * 1024);

    private YamlFile() {}

    /** Returns the root of the only document in the file; empty if a problem was reported. */
    static Optional<Node> read(SpecFile file, Problems problems) {
        YamlDocument document = YamlDocument.read(file.path(), file.content(), LIMITS);
        document.problem().ifPresent(problem -> report(problem, problems));
        return document.root();
    }

    private static void report(YamlDocument.Problem problem, Problems problems) {
        switch (problem.kind()) {
            case NOT_UTF_8 -> problems.add(Code.NOT_UTF_8, problem.span(), "the file is not UTF-8", "save it as UTF-8");
            case EMPTY ->
                problems.add(
                        Code.EMPTY_FILE,
                        problem.span(),
                        "the file is empty",
                        "describe an endpoint in it, or delete it");
            case NOT_YAML ->
                problems.add(
                        Code.NOT_YAML,
                        problem.span(),
                        "this is not YAML: " + problem.detail(),
                        "quote the value, or fix the indentation");
            case TOO_LARGE ->
                problems.add(
                        Code.NOT_YAML,
                        problem.span(),
                        "this YAML exceeds the limits of specs: " + problem.detail(),
                        "at most " + LIMITS.aliases() + " aliases and " + LIMITS.depth() + " levels are accepted");
            case CIRCLE ->
                problems.add(
                        Code.CYCLIC_TYPE,
                        problem.span(),
                        "the value of the anchor `" + problem.detail() + "` contains itself",
                        "write out the inner value, or make it a shared type in `_types.yaml`");
        }
    }
}
