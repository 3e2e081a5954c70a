package io.github.wxpaycodegen.generator.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void indentsMembersAndElements() {
        assertThat(JsonText.of(document())).isEqualTo("""
                {
                  "name": "a\\"b\\\\c\\n\\u0001券",
                  "list": [
                    1,
                    true,
                    {
                      "total": 0.10
                    }
                  ],
                  "none": [],
                  "empty": {}
                }
                """);
    }

    @Test
    void compactHasNoSpaceBetweenTokens() {
        assertThat(JsonText.compact(document()))
                .isEqualTo(
                        "{\"name\":\"a\\\"b\\\\c\\n\\u0001券\",\"list\":[1,true,{\"total\":0.10}],\"none\":[],\"empty\":{}}");
        assertThat(JsonText.compact("a: b, c")).isEqualTo("\"a: b, c\"");
    }

    private static Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", "a\"b\\c\n\u0001券");
        document.put("list", List.of(1, true, Map.of("total", new BigDecimal("0.10"))));
        document.put("none", List.of());
        document.put("empty", Map.of());
        return document;
    }
}
