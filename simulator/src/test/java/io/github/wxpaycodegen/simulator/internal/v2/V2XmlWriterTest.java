package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class V2XmlWriterTest {
    @Test
    void escapesTextSoThatReadersSeeItUnchanged() throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("b", "<&>\r\n\t\" ' ]]> 微\uD83D\uDE00");
        fields.put("a", "");

        byte[] document = V2XmlWriter.write(fields);

        assertThat(text(document)).startsWith("<xml><b>&lt;&amp;&gt;&#13;\n");
        assertThat(V2XmlReader.read(document)).containsExactlyEntriesOf(fields);
    }

    @Test
    void writesNestedElementsAfterFlatOnes() {
        ObjectNode nested = new ObjectNode();
        nested.putObject("list").putArray("item").add(new ObjectNode().put("id", 1));

        assertThat(text(V2XmlWriter.write(Map.of("a", "1"), nested)))
                .isEqualTo("<xml><a>1</a><list><item><id>1</id></item></list></xml>");
    }

    @Test
    void writesAnotherRoot() {
        assertThat(text(V2XmlWriter.write("root", Map.of("a", "1")))).isEqualTo("<root><a>1</a></root>");
    }

    @Test
    void rejectsCharactersThatXmlCannotContain() {
        for (String text : new String[] {"\u0001", "\uFFFE", "\uD83D"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> V2XmlWriter.write(Map.of("attach", text)))
                    .withMessageStartingWith("attach contains a character that XML does not allow: U+");
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
