package io.github.wxpaycodegen.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocLinesTest {
    @Test
    void keepsShortTextOnOneLine() {
        assertThat(DocLines.wrap("总金额 ({@code total}). In fen.")).isEqualTo("总金额 ({@code total}). In fen.");
        assertThat(DocLines.wrap("x".repeat(104))).doesNotContain("\n");
    }

    @Test
    void breaksAtSpaces() {
        String text = "ten chars. ".repeat(30).strip();

        assertThat(DocLines.wrap(text).lines()).allMatch(line -> line.length() <= 104 && !line.isEmpty());
        assertThat(DocLines.wrap(text).replace('\n', ' ')).isEqualTo(text);
    }

    @Test
    void breaksChineseTextExceptBeforePunctuation() {
        String text = "商户号，".repeat(80);

        assertThat(DocLines.wrap(text).lines()).allMatch(line -> line.length() <= 104 && !line.startsWith("，"));
        assertThat(DocLines.wrap(text).replace("\n", "")).isEqualTo(text);
    }

    @Test
    void keepsInlineTagOnTheLineOfItsText() {
        String before = "x".repeat(96);

        assertThat(DocLines.wrap(before + " {@code out_trade_no}.")).isEqualTo(before + "\n{@code out_trade_no}.");
    }

    @Test
    void keepsUnbreakableTextOnOneLine() {
        String url = "https://example.com/" + "a".repeat(200);

        assertThat(DocLines.wrap("Example: " + url + " is long.")).isEqualTo("Example:\n" + url + "\nis long.");
        assertThat(DocLines.wrap(url)).isEqualTo(url);
    }

    @Test
    void keepsSurrogatesTogether() {
        assertThat(DocLines.wrap("😀".repeat(100))).isEqualTo("😀".repeat(100));
    }
}
