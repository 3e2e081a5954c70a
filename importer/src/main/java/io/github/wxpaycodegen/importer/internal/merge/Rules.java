package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import io.github.wxpaycodegen.importer.internal.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that decide differences: those of one import first, then those of a file, each in order. The first match
 * decides.
 */
public final class Rules {
    private static final Set<String> KEYS = Set.of("accept", "refuse", "kind", "ours", "source", "because");
    private static final String EXAMPLE = "`- {refuse: \"** * ** title\", because: ours are reviewed}`";

    private final List<Rule> rules;

    private Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads rules.
     *
     * @param accepted patterns to accept in this import
     * @param refused patterns to refuse in this import; they come before the accepted ones
     * @param file a list of rules; it need not exist
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a rule or a pattern is malformed
     */
    public static Rules of(List<String> accepted, List<String> refused, Path file) throws IOException {
        List<Rule> rules = new ArrayList<>();
        refused.forEach(pattern -> rules.add(Rule.named(pattern, Difference.Decision.REFUSED)));
        accepted.forEach(pattern -> rules.add(Rule.named(pattern, Difference.Decision.ACCEPTED)));
        if (Files.exists(file)) {
            Findings findings = new Findings();
            Optional<Located> root = YamlText.parse(file.getFileName().toString(), Files.readAllBytes(file), findings);
            if (root.isEmpty() || !root.get().isList() || !findings.sorted().isEmpty()) {
                throw new IllegalArgumentException(
                        file + " must be a list of rules, such as " + EXAMPLE + " " + findings.sorted());
            }
            root.get().elements().forEach(node -> rules.add(rule(node)));
        }
        return new Rules(rules);
    }

    private static Rule rule(Located node) {
        for (String key : node.entries().keySet()) {
            if (!KEYS.contains(key)) {
                throw malformed(node, "unknown key `" + key + "`");
            }
        }
        Optional<String> accept = node.text("accept");
        Optional<String> refuse = node.text("refuse");
        if (accept.isPresent() == refuse.isPresent()) {
            throw malformed(node, "a rule has either `accept` or `refuse`");
        }
        if (refuse.isPresent() && node.text("because").isEmpty()) {
            throw malformed(node, "a rule that refuses says why: `because`");
        }
        Optional<String> kind = node.text("kind");
        boolean known = kind.isEmpty()
                || List.of(Difference.Kind.values()).stream()
                        .anyMatch(each -> each.key().equals(kind.get()));
        if (!known) {
            throw malformed(node, "`kind` is addition, change, conflict or removal");
        }
        return new Rule(
                FactPattern.parse(accept.or(() -> refuse).orElseThrow()),
                kind,
                node.text("ours"),
                node.text("source"),
                accept.isPresent() ? Difference.Decision.ACCEPTED : Difference.Decision.REFUSED,
                node.text("because"));
    }

    private static IllegalArgumentException malformed(Located node, String problem) {
        return new IllegalArgumentException(
                node.span().file() + ":" + node.span().line() + ": " + problem + ", such as " + EXAMPLE);
    }

    /** Returns the difference with the decision of the first rule that matches, or unchanged. */
    Difference decide(Difference difference) {
        return rules.stream()
                .filter(rule -> rule.matches(difference))
                .findFirst()
                .map(rule -> difference.decided(rule.decision(), rule.because()))
                .orElse(difference);
    }

    private record Rule(
            FactPattern pattern,
            Optional<String> kind,
            Optional<String> ours,
            Optional<String> theirs,
            Difference.Decision decision,
            Optional<String> because) {
        static Rule named(String pattern, Difference.Decision decision) {
            return new Rule(
                    FactPattern.parse(pattern),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    decision,
                    Optional.empty());
        }

        boolean matches(Difference difference) {
            return pattern.matches(difference.key())
                    && kind.filter(each -> !each.equals(difference.kind().key()))
                            .isEmpty()
                    && ours.filter(each ->
                                    !difference.ours().map(fact -> fact.value()).equals(Optional.of(each)))
                            .isEmpty()
                    && theirs.filter(each -> !difference
                                    .theirs()
                                    .map(fact -> fact.value())
                                    .equals(Optional.of(each)))
                            .isEmpty();
        }
    }
}
