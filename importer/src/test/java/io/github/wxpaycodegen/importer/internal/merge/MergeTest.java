package io.github.wxpaycodegen.importer.internal.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.importer.internal.draft.PresentNames;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import io.github.wxpaycodegen.importer.internal.fact.Facts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An edit with a side effect is undone; the others stay. */
class MergeTest {
    private static final String TYPES = "v3/shop/_types.yaml";

    /**
     * The edit of a shared type has two effects that were not accepted, one of them in a file that is not edited. It is
     * the only one at fault.
     */
    @Test
    void editsThatAreNotAtFaultStay() {
        List<SpecFile> files = List.of(
                file(TYPES, "types:\n  Money:\n    title: A\n    fields:\n      total: {type: integer, maximum: 9}\n"),
                user("a"),
                user("b"),
                user("c"),
                file("v3/shop/d.yaml", "uri: v3/shop/d\npost:\n  title: A\n  responseKind: empty\n"));
        Specs specs = SpecReader.read(files).specs().orElseThrow();
        FactKey limit = new FactKey("v3/shop/c", "post", "request.amount.total", "maximum");
        FactKey title = new FactKey("v3/shop/d", "post", "", "title");
        Map<FactKey, Fact> theirs = new HashMap<>(Facts.of(specs));
        theirs.remove(limit);
        theirs.put(title, new Fact("B", new SourceSpan("api.yaml", 1, 1, 1)));
        Map<FactKey, Fact> ours = new HashMap<>(Facts.of(specs));
        move("v3/shop/a", new SourceSpan("v3/shop/a.yaml", 1, 1, 1), ours);
        move("v3/shop/b", new SourceSpan(TYPES, 1, 1, 1), ours);
        Merge merge = new Merge(files, new PresentNames(specs), ours, theirs, List.of());

        Merge.Outcome outcome = merge.apply(List.of(
                accepted(limit, Difference.Kind.REMOVAL, ours, theirs),
                accepted(title, Difference.Kind.CHANGE, ours, theirs)));

        assertThat(outcome.files()).containsOnlyKeys("v3/shop/d.yaml");
        assertThat(outcome.differences().get(0).because()).hasValueSatisfying(because -> assertThat(because)
                .startsWith("the edit would also change `v3/shop/b post request.amount.total maximum`"));
        assertThat(outcome.differences().get(1).decision()).isEqualTo(Difference.Decision.ACCEPTED);
    }

    /** Makes the facts of a field look as if they did not come from the shared type. */
    private static void move(String uri, SourceSpan place, Map<FactKey, Fact> facts) {
        facts.replaceAll((key, fact) -> key.uri().equals(uri) && key.path().equals("request.amount.total")
                ? new Fact(fact.value(), place)
                : fact);
    }

    private static Difference accepted(
            FactKey key, Difference.Kind kind, Map<FactKey, Fact> ours, Map<FactKey, Fact> theirs) {
        return new Difference(
                key,
                kind,
                Optional.ofNullable(ours.get(key)),
                Optional.ofNullable(theirs.get(key)),
                Optional.empty(),
                Difference.Decision.ACCEPTED,
                Optional.empty());
    }

    private static SpecFile user(String name) {
        return file(
                "v3/shop/" + name + ".yaml",
                "uri: v3/shop/" + name + "\npost:\n  title: A\n  responseKind: empty\n  request:\n"
                        + "    amount: {type: Money}\n");
    }

    private static SpecFile file(String path, String text) {
        return new SpecFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
