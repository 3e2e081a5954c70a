package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts that the specs must have after a merge: the present ones with what was accepted, and nothing else. An edit
 * of text that has another effect is found by comparing them with the facts of the result.
 */
final class Expectation {
    private final Map<FactKey, Fact> theirs;
    private final Map<FactKey, String> facts = new HashMap<>();
    private final Set<FactKey> created = new HashSet<>();

    Expectation(Map<FactKey, Fact> ours, Map<FactKey, Fact> theirs) {
        this.theirs = theirs;
        ours.forEach((key, fact) -> facts.put(key, fact.value()));
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
            List<FactKey> places = new ArrayList<>(alsoChanged);
            places.add(key);
            facts.keySet().removeIf(fact -> places.stream().anyMatch(place -> place.covers(fact)));
            theirs.forEach((fact, value) -> {
                if (key.covers(fact)) {
                    facts.put(fact, value.value());
                }
            });
            return;
        }
        set(key, difference.theirs().map(Fact::value));
        alsoChanged.forEach(fact -> set(fact, difference.theirs().map(Fact::value)));
    }

    private void set(FactKey key, Optional<String> value) {
        value.ifPresentOrElse(text -> facts.put(key, text), () -> facts.remove(key));
    }

    /**
     * Returns the facts in which a result differs, sorted. A new operation may have more than the source says: what
     * the conventions of WeChat Pay say.
     */
    List<FactKey> unmet(Map<FactKey, Fact> result) {
        Set<FactKey> all = new TreeSet<>(facts.keySet());
        all.addAll(result.keySet());
        return all.stream()
                .filter(key -> {
                    Optional<String> expected = Optional.ofNullable(facts.get(key));
                    Optional<String> actual =
                            Optional.ofNullable(result.get(key)).map(Fact::value);
                    boolean more = expected.isEmpty() && created.contains(key.operation());
                    return !more && !expected.equals(actual);
                })
                .toList();
    }
}
