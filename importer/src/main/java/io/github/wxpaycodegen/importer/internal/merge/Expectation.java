package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The facts that the specs must have after a merge: the present ones with what was accepted, and nothing else. An edit
 * of text that has another effect is found by comparing them with the facts of the result.
 */
final class Expectation {
    /** Facts by operation, so that a difference touches those of its own operation only. */
    private final Map<FactKey, Map<FactKey, String>> theirs;

    private final Map<FactKey, Map<FactKey, String>> facts;
    private final Set<FactKey> created = new HashSet<>();

    Expectation(Map<FactKey, Fact> ours, Map<FactKey, Fact> theirs) {
        this.theirs = byOperation(theirs);
        this.facts = byOperation(ours);
    }

    private static Map<FactKey, Map<FactKey, String>> byOperation(Map<FactKey, Fact> facts) {
        Map<FactKey, Map<FactKey, String>> operations = new HashMap<>();
        facts.forEach((key, fact) -> operations
                .computeIfAbsent(key.operation(), operation -> new HashMap<>())
                .put(key, fact.value()));
        return operations;
    }

    private Map<FactKey, String> factsOf(FactKey key) {
        return facts.computeIfAbsent(key.operation(), operation -> new HashMap<>());
    }

    /**
     * Expects an applied difference.
     *
     * @param alsoChanged the facts of other messages that the same edit of a shared type changes
     */
    void add(Difference difference, List<FactKey> alsoChanged) {
        FactKey key = difference.key();
        boolean operation = key.attribute().equals(Difference.OPERATION);
        if (operation) {
            created.add(key.operation());
        }
        if (operation || key.attribute().equals(Difference.FIELD)) {
            Stream.concat(alsoChanged.stream(), Stream.of(key))
                    .forEach(place -> factsOf(place).keySet().removeIf(place::covers));
            theirs.getOrDefault(key.operation(), Map.of()).forEach((fact, value) -> {
                if (key.covers(fact)) {
                    factsOf(key).put(fact, value);
                }
            });
            return;
        }
        set(key, difference.theirs().map(Fact::value));
        alsoChanged.forEach(fact -> set(fact, difference.theirs().map(Fact::value)));
    }

    private void set(FactKey key, Optional<String> value) {
        value.ifPresentOrElse(
                text -> factsOf(key).put(key, text), () -> factsOf(key).remove(key));
    }

    /**
     * Returns the facts in which a result differs, sorted. A new operation may have more than the source says: what
     * the conventions of WeChat Pay say.
     */
    List<FactKey> unmet(Map<FactKey, Fact> result) {
        Set<FactKey> all = new TreeSet<>(result.keySet());
        facts.values().forEach(operation -> all.addAll(operation.keySet()));
        return all.stream()
                .filter(key -> {
                    Optional<String> expected = Optional.ofNullable(factsOf(key).get(key));
                    Optional<String> actual =
                            Optional.ofNullable(result.get(key)).map(Fact::value);
                    boolean more = expected.isEmpty() && created.contains(key.operation());
                    return !more && !expected.equals(actual);
                })
                .toList();
    }
}
