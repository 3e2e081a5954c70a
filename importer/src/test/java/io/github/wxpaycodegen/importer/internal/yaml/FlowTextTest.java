package io.github.wxpaycodegen.importer.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that is written as YAML is read as the same value. */
class FlowTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "1",
                "1.0",
                "true",
                "no",
                "2019-12-31",
                "~",
                "null",
                "a: b",
                "a #b",
                "#",
                "- a",
                "{a}",
                "[a]",
                "a, b",
                "说明：金额，单位（分）",
                "https://a/b?c=1&d=2",
                "\"",
                "\\",
                "'",
                "a\nb",
                "\u0085",
                "😀",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a`",
                "a?",
                "a:b",
                "12:30:00",
                "0x1F",
                "1e3",
                "a ",
                "HMAC-SHA256",
                "|",
                ">",
                "?",
                "-",
                ":"
            })
    void textsAreReadAsTheyWere(String text) {
        Map<String, Object> value = Map.of("key", List.of(text));

        assertThat(read(FlowText.of(value))).isEqualTo(value);
        assertThat(read("a: " + FlowText.block(text))).isEqualTo(Map.of("a", text));
    }

    private static Object read(String yaml) {
        return YamlText.parse("", yaml, new Findings()).orElseThrow().value();
    }
}
