package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.util.Locale;
import java.util.Optional;

/**
 * A difference between the specs and a source.
 *
 * @param key the fact; a whole field or operation has the attribute {@link FactKey#FIELD} or {@link FactKey#OPERATION}
 * @param ours what the specs have
 * @param theirs what the source has
 * @param base what the source had when it was decided last
 * @param because why it was decided, or why an accepted difference could not be applied
 */
public record Difference(
        FactKey key,
        Kind kind,
        Optional<Fact> ours,
        Optional<Fact> theirs,
        Optional<String> base,
        Decision decision,
        Optional<String> because) {
    static final String FIELD = FactKey.FIELD;
    static final String OPERATION = FactKey.OPERATION;

    /** Kinds of differences. */
    public enum Kind {
        /** The source has what the specs lack. */
        ADDITION,
        /** The source changed what the specs still have as it was. */
        CHANGE,
        /** The specs and the source have different values, and it is not known that only the source changed. */
        CONFLICT,
        /** The source no longer has what it had. */
        REMOVAL;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Decisions about differences. */
    public enum Decision {
        /** The specs are edited. */
        ACCEPTED,
        /** The specs stay as they are, and this is remembered until the source changes again. */
        REFUSED,
        /** Refused in an earlier import. */
        STANDING,
        /** Not decided: reported again by each import. */
        OPEN
    }

    /** Returns true if a fact is this difference or part of it. */
    boolean covers(FactKey fact) {
        return key.covers(fact);
    }

    Difference decided(Decision made, Optional<String> reason) {
        return new Difference(key, kind, ours, theirs, base, made, reason);
    }
}
