package io.github.wxpaycodegen.importer.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A result must have what was accepted, and nothing else. */
class ExpectationTest {
    private static final FactKey LENGTH = new FactKey("v3/a/b", "post", "request.a", "maxLength");
    private static final FactKey TITLE = LENGTH.sibling("title");
    private static final FactKey INNER = new FactKey("v3/a/b", "post", "request.a.b", "type");

    @Test
    void acceptedValueMustBeThere() {
        Expectation expectation = new Expectation(facts(LENGTH, "32", TITLE, "A"), facts(LENGTH, "64", TITLE, "B"));
        expectation.add(difference(LENGTH, "64"), List.of());

        assertThat(expectation.unmet(facts(LENGTH, "64", TITLE, "A"))).isEmpty();
        assertThat(expectation.unmet(facts(LENGTH, "32", TITLE, "A"))).containsExactly(LENGTH);
    }

    @Test
    void nothingElseMayChange() {
        Expectation expectation = new Expectation(facts(LENGTH, "32", TITLE, "A"), facts(LENGTH, "64", TITLE, "B"));
        expectation.add(difference(LENGTH, "64"), List.of());

        assertThat(expectation.unmet(facts(LENGTH, "64", TITLE, "B"))).containsExactly(TITLE);
        assertThat(expectation.unmet(facts(LENGTH, "64", INNER, "string"))).containsExactly(TITLE, INNER);
    }

    @Test
    void fieldThatIsAddedHasWhatTheSourceSays() {
        Expectation expectation = new Expectation(Map.of(), facts(LENGTH, "64", INNER, "string"));
        expectation.add(difference(LENGTH.sibling(FactKey.FIELD), "object"), List.of());

        assertThat(expectation.unmet(facts(LENGTH, "64", INNER, "string"))).isEmpty();
        assertThat(expectation.unmet(facts(LENGTH, "64", TITLE, "A"))).containsExactly(TITLE, INNER);
    }

    @Test
    void newOperationMayHaveMore() {
        Expectation expectation = new Expectation(Map.of(), facts(LENGTH, "64", INNER, "string"));
        expectation.add(difference(LENGTH.operation().sibling(FactKey.OPERATION), "A"), List.of());

        assertThat(expectation.unmet(Map.of(LENGTH, fact("64"), INNER, fact("string"), TITLE, fact("A"))))
                .isEmpty();
        assertThat(expectation.unmet(facts(LENGTH, "32", INNER, "string"))).containsExactly(LENGTH);
    }

    private static Difference difference(FactKey key, String theirs) {
        return new Difference(
                key,
                Difference.Kind.CHANGE,
                Optional.empty(),
                Optional.of(fact(theirs)),
                Optional.empty(),
                Difference.Decision.ACCEPTED,
                Optional.empty());
    }

    private static Map<FactKey, Fact> facts(FactKey first, String firstValue, FactKey second, String secondValue) {
        return Map.of(first, fact(firstValue), second, fact(secondValue));
    }

    private static Fact fact(String value) {
        return new Fact(value, new SourceSpan("v3/a/b.yaml", 1, 1, 1));
    }
}
