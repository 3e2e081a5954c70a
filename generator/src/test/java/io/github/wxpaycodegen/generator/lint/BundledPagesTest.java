package io.github.wxpaycodegen.generator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.PageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of the bundled specs. An offset that is taken for a page number misses items, so each of these has a source. */
class BundledPagesTest {
    private static List<Operation> paged;

    @BeforeAll
    static void read() {
        paged = Bundled.specs().endpoints().stream()
                .map(Endpoint::operations)
                .flatMap(List::stream)
                .filter(operation -> operation.pages().isPresent())
                .toList();
    }

    @Test
    void everyKindIsThere() {
        Map<PageKind, Integer> counts = new TreeMap<>();
        paged.forEach(operation -> counts.merge(operation.pages().orElseThrow().by(), 1, Integer::sum));

        assertThat(counts).isEqualTo(Map.of(PageKind.OFFSET, 56, PageKind.PAGE, 14, PageKind.TOKEN, 6));
    }

    @Test
    void everyPageNumberHasASource() throws IOException {
        List<String> sourced = Files.readAllLines(Path.of("src/test/resources/reviewed/page-numbers.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ; ", 2)[0])
                .toList();

        assertThat(paged.stream()
                        .filter(operation -> operation.pages().orElseThrow().by() == PageKind.PAGE)
                        .map(operation -> operation.span().file()))
                .containsExactlyInAnyOrderElementsOf(sourced);
    }

    @Test
    void everyFirstNumberFitsItsField() {
        assertThat(paged).allSatisfy(operation -> assertThat(operation.request().given().stream()
                        .filter(field -> field.name()
                                .equals(operation.pages().orElseThrow().at()))
                        .flatMap(field -> field.limits().minimum().stream())
                        .map(Number::longValue))
                .allSatisfy(minimum -> assertThat(minimum)
                        .isLessThanOrEqualTo(operation.pages().orElseThrow().first())));
    }
}
