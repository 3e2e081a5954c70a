package io.github.wxpaycodegen.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanDigestTest {
    record Plan(List<String> texts, Optional<String> more, Set<String> set, Map<String, ClassName> map) {}

    record Placed(SourceSpan span, String text) {}

    record Unknown(StringBuilder text, Object other) {}

    private static Plan plan(List<String> texts) {
        return new Plan(texts, Optional.empty(), Set.of(), Map.of());
    }

    private static String digest(Object plan) {
        return new PlanDigest().of(plan);
    }

    @Test
    void tellsPlansApart() {
        assertThat(List.of(
                        digest(plan(List.of("a", "b"))),
                        digest(plan(List.of("ab"))),
                        digest(plan(List.of("ab", ""))),
                        digest(plan(List.of("a"))),
                        digest(new Plan(List.of("a"), Optional.of(""), Set.of(), Map.of())),
                        digest(new Plan(List.of("a"), Optional.empty(), Set.of(""), Map.of())),
                        digest(new Plan(List.of("a"), Optional.empty(), Set.of(), Map.of("", ClassName.OBJECT)))))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
        assertThat(digest(plan(List.of("支付")))).isEqualTo(digest(plan(List.of("支付"))));
    }

    @Test
    void orderOfSetsAndMapsDoesNotCount() {
        Map<String, ClassName> one = new LinkedHashMap<>();
        one.put("a", ClassName.OBJECT);
        one.put("b", ClassName.get("com.example", "B"));
        Map<String, ClassName> other = new LinkedHashMap<>();
        other.put("b", ClassName.get("com.example", "B"));
        other.put("a", ClassName.OBJECT);

        assertThat(digest(new Plan(List.of(), Optional.empty(), new LinkedHashSet<>(List.of("x", "y")), one)))
                .isEqualTo(
                        digest(new Plan(List.of(), Optional.empty(), new LinkedHashSet<>(List.of("y", "x")), other)));
    }

    @Test
    void linesDoNotCount() {
        String digest = digest(new Placed(new SourceSpan("v3/a.yaml", 1, 1, 1), "a"));

        assertThat(digest(new Placed(new SourceSpan("v3/a.yaml", 9, 9, 9), "a")))
                .isEqualTo(digest);
        assertThat(digest(new Placed(new SourceSpan("v3/b.yaml", 1, 1, 1), "a")))
                .isNotEqualTo(digest);
    }

    @Test
    void rejectsValuesWithoutText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> digest(new Unknown(new StringBuilder(), new Object() {})))
                .withMessageStartingWith("a plan cannot contain class ");
    }
}
