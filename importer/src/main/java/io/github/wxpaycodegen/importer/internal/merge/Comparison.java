package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares three versions of the facts of operations: those of the specs, those of a source, and those that the
 * source had when it was decided last. What only the specs have was made by hand, and is no difference.
 */
public final class Comparison {
    private final Map<FactKey, Fact> ours;
    private final Map<FactKey, Fact> theirs;
    private final Map<FactKey, String> base;
    private final Rules rules;
    private final Set<FactKey> ourFields;
    private final Set<FactKey> theirFields;
    private final Set<FactKey> baseFields;
    private final List<Difference> differences = new ArrayList<>();
    private int agreed;
    private int handMade;

    private Comparison(Map<FactKey, Fact> ours, Map<FactKey, Fact> theirs, Map<FactKey, String> base, Rules rules) {
        this.ours = ours;
        this.theirs = theirs;
        this.base = base;
        this.rules = rules;
        this.ourFields = places(ours.keySet());
        this.theirFields = places(theirs.keySet());
        this.baseFields = places(base.keySet());
    }

    /**
     * Compares facts.
     *
     * @param base the facts of the source when they were decided last
     * @param covered the URIs that the source is asked about; without an operation of the base there, the source
     *     removed it
     */
    public static Comparison of(
            Map<FactKey, Fact> ours,
            Map<FactKey, Fact> theirs,
            Map<FactKey, String> base,
            Rules rules,
            Predicate<String> covered) {
        Comparison comparison = new Comparison(ours, theirs, base, rules);
        comparison.compare(covered);
        return comparison;
    }

    private static Set<FactKey> places(Set<FactKey> keys) {
        Set<FactKey> places = new LinkedHashSet<>();
        for (FactKey key : keys) {
            places.add(key.sibling(""));
            places.add(key.operation());
        }
        return places;
    }

    private void compare(Predicate<String> covered) {
        Set<FactKey> all = new TreeSet<>(theirs.keySet());
        base.keySet().stream().filter(key -> covered.test(key.uri())).forEach(all::add);
        Set<FactKey> done = new HashSet<>();
        for (FactKey key : all) {
            FactKey operation = key.operation();
            if (!ourFields.contains(operation) || !theirFields.contains(operation)) {
                if (done.add(operation)) {
                    whole(operation, Difference.OPERATION, operation.sibling("title"));
                }
            } else if (!ourFields.contains(key.sibling("")) || !theirFields.contains(key.sibling(""))) {
                FactKey field = outermost(key);
                if (!isPartOfType(field) && done.add(field)) {
                    whole(field, Difference.FIELD, field.sibling("type"));
                }
            } else {
                attribute(key);
            }
        }
        Set<FactKey> operations = new HashSet<>();
        theirs.keySet().forEach(key -> operations.add(key.operation()));
        handMade = (int) ours.keySet().stream()
                .filter(key -> operations.contains(key.operation()) && !theirs.containsKey(key))
                .count();
    }

    /** Returns the outermost field around a fact that one side lacks. */
    private FactKey outermost(FactKey key) {
        String[] names = key.path().split("\\.", -1);
        String path = names[0];
        for (int i = 1; i < names.length; i++) {
            path += "." + names[i];
            FactKey field = new FactKey(key.uri(), key.method(), path, "");
            if (theirFields.contains(field) != ourFields.contains(field) || isGone(field)) {
                return field;
            }
        }
        return key.sibling("");
    }

    /**
     * Returns true if a field is within one that is an object on one side only: then the type is the difference, and
     * what is decided about it holds for all fields below.
     */
    private boolean isPartOfType(FactKey field) {
        String path = field.path();
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            FactKey type = new FactKey(field.uri(), field.method(), path.substring(0, dot), "type");
            if (ours.containsKey(type)
                    && theirs.containsKey(type)
                    && isObject(ours.get(type)) != isObject(theirs.get(type))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isObject(Fact type) {
        return type.value().startsWith("object");
    }

    private boolean isGone(FactKey field) {
        return !theirFields.contains(field) && !ourFields.contains(field) && baseFields.contains(field);
    }

    private void whole(FactKey place, String attribute, FactKey value) {
        boolean inOurs = ourFields.contains(place);
        boolean inTheirs = theirFields.contains(place);
        boolean inBase = baseFields.contains(place);
        if (!inOurs && !inTheirs) {
            return;
        }
        if (inOurs && !inBase) {
            return;
        }
        Difference difference = new Difference(
                place.sibling(attribute),
                inTheirs ? Difference.Kind.ADDITION : Difference.Kind.REMOVAL,
                Optional.ofNullable(ours.get(value)),
                Optional.ofNullable(theirs.get(value)),
                Optional.ofNullable(base.get(value)),
                Difference.Decision.OPEN,
                Optional.empty());
        decide(difference, inTheirs == inBase);
    }

    private void attribute(FactKey key) {
        Optional<Fact> our = Optional.ofNullable(ours.get(key));
        Optional<Fact> their = Optional.ofNullable(theirs.get(key));
        Optional<String> last = Optional.ofNullable(base.get(key));
        Optional<String> ourValue = our.map(Fact::value);
        Optional<String> theirValue = their.map(Fact::value);
        if (ourValue.equals(theirValue)) {
            agreed++;
            return;
        }
        Difference.Kind kind;
        if (our.isEmpty()) {
            kind = Difference.Kind.ADDITION;
        } else if (their.isEmpty()) {
            kind = Difference.Kind.REMOVAL;
        } else {
            kind = last.isPresent() && last.equals(ourValue) ? Difference.Kind.CHANGE : Difference.Kind.CONFLICT;
        }
        decide(
                new Difference(key, kind, our, their, last, Difference.Decision.OPEN, Optional.empty()),
                last.equals(theirValue));
    }

    private void decide(Difference difference, boolean decidedBefore) {
        Difference decided = rules.decide(difference);
        boolean standing = decidedBefore && decided.decision() != Difference.Decision.ACCEPTED;
        differences.add(standing ? decided.decided(Difference.Decision.STANDING, decided.because()) : decided);
    }

    /** Returns all differences, by URI, method, path and attribute. */
    public List<Difference> differences() {
        return differences;
    }

    /** Returns the number of facts that the specs and the source share. */
    public int agreed() {
        return agreed;
    }

    /** Returns the number of facts of shared operations that only the specs have. */
    public int handMade() {
        return handMade;
    }

    /** Returns the next record: the present facts of the source, and the former ones where a difference is open. */
    static Map<FactKey, String> next(
            Map<FactKey, Fact> theirs,
            Map<FactKey, String> base,
            List<Difference> differences,
            Predicate<String> covered) {
        Map<FactKey, String> next = new LinkedHashMap<>();
        theirs.forEach((key, fact) -> next.put(key, fact.value()));
        base.forEach((key, value) -> {
            if (!covered.test(key.uri())) {
                next.put(key, value);
            }
        });
        for (Difference open : differences) {
            if (open.decision() == Difference.Decision.OPEN) {
                next.keySet().removeIf(key -> holdsFor(open, key));
                base.forEach((key, value) -> {
                    if (holdsFor(open, key)) {
                        next.put(key, value);
                    }
                });
            }
        }
        return next;
    }

    private static boolean holdsFor(Difference difference, FactKey key) {
        boolean changesKind = difference.key().attribute().equals("type")
                && difference.ours().isPresent()
                && difference.theirs().isPresent()
                && isObject(difference.ours().get())
                        != isObject(difference.theirs().get());
        return difference.covers(key)
                // Other attributes of the field itself have differences of their own.
                || (changesKind
                        && difference.key().sibling(Difference.FIELD).covers(key)
                        && !difference.key().path().equals(key.path()));
    }
}
