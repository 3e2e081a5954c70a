package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.draft.SpecText;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a shared type may be edited. An edit changes every message that uses the type, so all of them must
 * want it: each one that the source describes has the same accepted difference. One that the source does not describe
 * has no vote; for its sake the edit must allow everything that was allowed before.
 */
final class SharedTypes {
    private static final Set<String> TEXTS = Set.of("title", "description", "example", "deprecated");
    private static final Set<String> UPPER_LIMITS = Set.of("maxLength", "maximum", "maxItems", "maxBytes");
    private static final Set<String> LOWER_LIMITS = Set.of("minLength", "minimum");

    private final Map<FactKey, Fact> ours;
    private final Map<FactKey, Fact> theirs;
    private final Collection<Difference> accepted;
    private final Set<FactKey> described = new HashSet<>();
    private final Map<SourceSpan, Set<FactKey>> users = new HashMap<>();

    /**
     * Creates the decisions about a merge.
     *
     * @param accepted the differences that are applied together
     */
    SharedTypes(Map<FactKey, Fact> ours, Map<FactKey, Fact> theirs, Collection<Difference> accepted) {
        this.ours = ours;
        this.theirs = theirs;
        this.accepted = List.copyOf(accepted);
        theirs.keySet().forEach(key -> described.add(key.operation()));
        ours.forEach((key, fact) -> {
            if (SpecText.isShared(fact.place().file())) {
                users.computeIfAbsent(fact.place(), place -> new LinkedHashSet<>())
                        .add(key.sibling(""));
            }
        });
    }

    /** Returns why a difference must not be applied at a place; empty if it may be. */
    Optional<String> objection(Difference difference, SourceSpan place) {
        for (FactKey user : users.getOrDefault(place, Set.of())) {
            FactKey key = user.sibling(difference.key().attribute());
            boolean whole = difference.key().attribute().equals(Difference.FIELD);
            boolean votes = whole ? described.contains(user.operation()) : theirs.containsKey(user.sibling("type"));
            Optional<String> problem = Optional.empty();
            if (!votes) {
                problem = isHarmless(difference)
                        ? Optional.empty()
                        : Optional.of("which the source does not describe, and the change is not harmless");
            } else if (whole
                    ? theirs.containsKey(user.sibling("type"))
                    : !value(key).equals(value(difference))) {
                problem = Optional.of("where the source has another value");
            } else if (accepted.stream().noneMatch(each -> each.covers(key))) {
                problem = Optional.of("where the same difference is not accepted");
            }
            if (problem.isPresent()) {
                return Optional.of("the shared type is also used by " + user.uri() + " " + user.method() + " "
                        + user.path() + ", " + problem.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> value(FactKey key) {
        return Optional.ofNullable(theirs.get(key)).map(Fact::value);
    }

    private static Optional<String> value(Difference difference) {
        return difference.theirs().map(Fact::value);
    }

    /** Returns the facts that an edit at a place changes although the source does not describe them. */
    List<FactKey> alsoChanged(Difference difference, SourceSpan place) {
        List<FactKey> keys = new ArrayList<>();
        for (FactKey user : users.getOrDefault(place, Set.of())) {
            keys.add(user.sibling(difference.key().attribute()));
        }
        return keys;
    }

    /** Returns true if every message that was valid before is valid afterwards, and means the same. */
    private boolean isHarmless(Difference difference) {
        String attribute = difference.key().kind();
        if (TEXTS.contains(attribute)) {
            return true;
        } else if (attribute.equals("enum")) {
            return difference.kind() == Difference.Kind.ADDITION && hasValues(difference.key());
        } else if (attribute.equals("required")) {
            return value(difference).equals(Optional.of("false"));
        } else if (attribute.equals("pattern")) {
            return difference.theirs().isEmpty();
        }
        boolean upper = UPPER_LIMITS.contains(attribute);
        if (!upper && !LOWER_LIMITS.contains(attribute)) {
            return false;
        }
        if (difference.theirs().isEmpty()) {
            return true;
        }
        return difference
                .ours()
                .map(fact -> new BigDecimal(difference.theirs().orElseThrow().value())
                        .compareTo(new BigDecimal(fact.value())))
                .filter(comparison -> upper ? comparison > 0 : comparison < 0)
                .isPresent();
    }

    /** Without values so far, a first one turns a text into an enum. */
    private boolean hasValues(FactKey key) {
        return ours.keySet().stream()
                .anyMatch(each -> each.kind().equals("enum") && each.sibling("").equals(key.sibling("")));
    }
}
