package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists, and documents within a text. */
class TreeFieldReaderListsTest {
    @Test
    void readsListsOfNumbers() {
        assertThat(reader(List.of(new BigDecimal(7), "8")).integers("field")).containsExactly(7L, 8L);
        assertThat(reader(List.of(new BigDecimal("1.50"), "2.5")).numbers("field"))
                .containsExactly(new BigDecimal("1.50"), new BigDecimal("2.5"));
    }

    @Test
    void skipsNullsInLists() {
        TreeFieldReader in = reader(Arrays.asList("a", null, "b"));

        assertThat(in.strings("field")).containsExactly("a", "b");
        assertThat(in.unknownFields().names()).isEmpty();
        assertThat(reader(Arrays.asList(null, null)).strings("field")).isEmpty();
        assertThat(reader(Arrays.asList(null, Map.of("a", "1"))).objects("field", TreeFieldReaderListsTest::texts))
                .containsExactly(Map.of("a", "1"));
    }

    @Test
    void booleanIsNotANumber() {
        TreeFieldReader in = reader(true);

        assertThat(in.integer("field")).isNull();
        assertThat(in.unknownFields().text("field")).isEqualTo("true");
    }

    @Test
    void readsJsonWithinAText() {
        assertThat(reader("{\"a\":\"1\",\"b\":\"2\"}")
                        .encoded(Encoding.JSON)
                        .object("field", TreeFieldReaderListsTest::texts))
                .isEqualTo(Map.of("a", "1", "b", "2"));
    }

    @Test
    void readsFormsWithinAText() {
        assertThat(reader("a%3D1%26b%3D%E5%AD%97")
                        .encoded(Encoding.URL)
                        .object("field", TreeFieldReaderListsTest::texts))
                .isEqualTo(Map.of("a", "1", "b", "字"));
    }

    @Test
    void keepsFormsThatAreMalformed() {
        TreeFieldReader in = reader("a%3");

        assertThat(in.encoded(Encoding.URL).object("field", TreeFieldReaderListsTest::texts))
                .isNull();
        assertThat(in.unknownFields().text("field")).isEqualTo("a%3");
    }

    @Test
    void readsDocumentsThatAreNotText() {
        assertThat(reader(Map.of("a", "1")).encoded(Encoding.JSON).object("field", TreeFieldReaderListsTest::texts))
                .isEqualTo(Map.of("a", "1"));
    }

    private static Map<String, String> texts(FieldReader in) {
        Map<String, String> texts = new LinkedHashMap<>();
        in.names().forEach(name -> texts.put(name, in.string(name)));
        return texts;
    }

    private static TreeFieldReader reader(Object value) {
        return TreeFieldReader.received(Map.of("field", value), text -> null);
    }
}
