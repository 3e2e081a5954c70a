package io.github.wxpaycodegen.simulator.internal.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.model.Pages;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplePageTest {
    private static final Pages OFFSET = pages(PageKind.OFFSET, 0);
    private static final Pages NUMBER = pages(PageKind.PAGE, 1);
    private static final Pages TOKEN = pages(PageKind.TOKEN, 0);

    @Test
    void pagesHaveTwoItemsAtMost() {
        assertThat(SamplePage.of(OFFSET, Map.of())).isEqualTo(new SamplePage(OFFSET, 0, 2));
        assertThat(SamplePage.of(OFFSET, Map.of("limit", "50"))).isEqualTo(new SamplePage(OFFSET, 0, 2));
        assertThat(SamplePage.of(OFFSET, Map.of("limit", "1"))).isEqualTo(new SamplePage(OFFSET, 0, 1));
    }

    @Test
    void offsetsCountItems() {
        assertThat(SamplePage.of(OFFSET, Map.of("at", "3"))).isEqualTo(new SamplePage(OFFSET, 3, 2));
        assertThat(SamplePage.of(OFFSET, Map.of("at", "4"))).isEqualTo(new SamplePage(OFFSET, 4, 1));
        assertThat(SamplePage.of(OFFSET, Map.of("at", "5"))).isEqualTo(new SamplePage(OFFSET, 5, 0));
        assertThat(SamplePage.of(OFFSET, Map.of("at", "99"))).isEqualTo(new SamplePage(OFFSET, 5, 0));
    }

    @Test
    void pageNumbersCountPagesOfTheSizeThatWasAskedFor() {
        assertThat(SamplePage.of(NUMBER, Map.of("at", "2"))).isEqualTo(new SamplePage(NUMBER, 2, 2));
        assertThat(SamplePage.of(NUMBER, Map.of("at", "2", "limit", "1"))).isEqualTo(new SamplePage(NUMBER, 1, 1));
        assertThat(SamplePage.of(NUMBER, Map.of("at", "4"))).isEqualTo(new SamplePage(NUMBER, 5, 0));
    }

    @Test
    void eachTokenLeadsToTheNextPage() {
        String second = SamplePage.of(TOKEN, Map.of()).next().orElseThrow();
        String third = SamplePage.of(TOKEN, Map.of("at", second)).next().orElseThrow();

        assertThat(SamplePage.of(TOKEN, Map.of("at", third))).isEqualTo(new SamplePage(TOKEN, 4, 1));
        assertThat(SamplePage.of(TOKEN, Map.of("at", third)).next()).isEmpty();
        assertThat(SamplePage.of(OFFSET, Map.of()).next()).isEmpty();
    }

    @Test
    void itemsDiffer() {
        SamplePage page = SamplePage.of(OFFSET, Map.of("at", "2"));

        assertThat(page.distinct("1234", 0)).isEqualTo("1232");
        assertThat(page.distinct("1234", 1)).isEqualTo("1233");
        assertThat(page.distinct("张三", 1)).isEqualTo("张三3");
    }

    private static Pages pages(PageKind by, long first) {
        return new Pages(by, "at", first, Optional.of("limit"), "data", Optional.empty(), Optional.empty());
    }
}
