package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeFieldReaderTest {
    @Test
    void readsValuesOfEveryKind() {
        assertThat(read("text", in -> in.string("field"))).isEqualTo("text");
        assertThat(read("12", in -> in.integer("field"))).isEqualTo(12L);
        assertThat(read(new BigDecimal("12"), in -> in.integer("field"))).isEqualTo(12L);
        assertThat(read(new BigDecimal("1.50"), in -> in.number("field"))).isEqualTo(new BigDecimal("1.50"));
        assertThat(read("TRUE", in -> in.bool("field"))).isEqualTo(true);
        assertThat(read(false, in -> in.bool("field"))).isEqualTo(false);
        assertThat(read("N", in -> in.bool("field", "Y", "N"))).isEqualTo(false);
        assertThat(read("2026-01-02T03:04:05+08:00", in -> in.dateTime("field")))
                .isEqualTo(OffsetDateTime.parse("2026-01-02T03:04:05+08:00"));
        assertThat(read(List.of(new BigDecimal(1), new BigDecimal(2)), in -> in.integers("field")))
                .isEqualTo(List.of(1L, 2L));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04+08:00, 2026-01-02T03:04:00+08:00",
        "2026-01-02T03:04:05.1+08:00, 2026-01-02T03:04:05.100+08:00",
        "2026-01-02T03:04:05.123456789Z, 2026-01-02T03:04:05.123456789+00:00",
        "2026-01-01T19:04:05Z, 2026-01-01T19:04:05+00:00",
        "2026-01-02t03:04:05z, 2026-01-02T03:04:05+00:00",
    })
    void readsTimesOfAnyPrecision(String text, String time) {
        assertThat(read(text, in -> in.dateTime("field"))).isEqualTo(OffsetDateTime.parse(time));
    }

    /** What a page calls a string may come as a number; nothing is lost by reading it as its text. */
    @Test
    void readsNumbersAndBooleansAsTextWithoutLoss() {
        assertThat(read(new BigDecimal("1217752501201407033233368018"), in -> in.string("field")))
                .isEqualTo("1217752501201407033233368018");
        assertThat(read(new BigDecimal("1.50"), in -> in.string("field"))).isEqualTo("1.50");
        assertThat(read(true, in -> in.string("field"))).isEqualTo("true");
        assertThat(read(List.of("a", new BigDecimal(1), false), in -> in.strings("field")))
                .isEqualTo(List.of("a", "1", "false"));
        assertThat(read(new BigDecimal(7), in -> in.string("field"))).isEqualTo("7");
        assertThat(read("true", in -> in.bool("field"))).isEqualTo(true);
        assertThat(read("9223372036854775807", in -> in.integer("field"))).isEqualTo(Long.MAX_VALUE);
        assertThat(read("12.5", in -> in.number("field"))).isEqualTo(new BigDecimal("12.5"));
        assertKept("9223372036854775808", in -> in.integer("field"), "9223372036854775808");
        assertKept(new BigDecimal(1), in -> in.bool("field"), "1");
        assertKept(List.of("a", Map.of()), in -> in.strings("field"), "[\"a\",{}]");
    }

    @Test
    void keepsValueOfAnotherType() {
        assertKept("many", in -> in.integer("field"), "many");
        assertKept(new BigDecimal("1.5"), in -> in.integer("field"), "1.5");
        assertKept(new BigDecimal("1e30"), in -> in.integer("field"), "1E+30");
        assertKept(Map.of("a", "b"), in -> in.string("field"), "{\"a\":\"b\"}");
        assertKept("yesterday", in -> in.dateTime("field"), "yesterday");
        assertKept("maybe", in -> in.bool("field", "Y", "N"), "maybe");
        assertKept("{broken", in -> in.encoded(Encoding.JSON).strings("field"), "{broken");
        assertKept("{\"a\":1,\"a\":2}", in -> in.encoded(Encoding.JSON).strings("field"), "{\"a\":1,\"a\":2}");
    }

    @Test
    void emptyTextIsAbsentUnlessText() {
        assertThat(read("", in -> in.string("field"))).isEqualTo("");
        for (Function<FieldReader, Object> reading : List.<Function<FieldReader, Object>>of(
                in -> in.integer("field"), in -> in.dateTime("field"), in -> in.strings("field"), in -> in.encoded(
                                Encoding.JSON)
                        .strings("field"))) {
            TreeFieldReader in = reader("");
            assertThat(reading.apply(in)).isNull();
            assertThat(in.unknownFields().names()).isEmpty();
        }
    }

    @Test
    void keepsOrderOfUnknownFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("c", "1");
        fields.put("total", "many");
        fields.put("name", "n");
        fields.put("a", null);
        TreeFieldReader in = new Reading(fields).reader;

        assertThat(in.integer("total")).isNull();
        assertThat(in.string("name")).isEqualTo("n");
        assertThat(in.string("name")).as("it was handed over").isNull();
        assertThat(in.string("absent")).isNull();
        assertThat(in.names()).containsExactly("c", "total", "a");
        assertThat(in.unknownFields().names()).containsExactly("c", "total", "a");
        assertThat(in.putFields().names()).isEmpty();
    }

    @Test
    void listsAreUnmodifiable() {
        List<String> list = reader(List.of("a")).strings("field");
        assertThatThrownBy(() -> list.add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void decryptsCiphertextAndLists() {
        TreeFieldReader one = new Reading(Map.of("field", "abc")).reader;
        assertThat(one.encrypted().string("field")).isEqualTo("ABC");
        TreeFieldReader list = new Reading(Map.of("field", List.of("a", "b"))).reader;
        assertThat(list.encrypted().strings("field")).containsExactly("A", "B");
    }

    @Test
    void keepsEncryptedFieldThatIsNoText() {
        TreeFieldReader number = reader(new BigDecimal(7));
        assertThat(number.encrypted().string("field")).isEqualTo("7");
        TreeFieldReader empty = reader("");
        assertThat(empty.encrypted().string("field")).isEmpty();
    }

    @Test
    void readsSingleRepeatableElementOfXml() throws XmlFormatException {
        byte[] document = "<xml><field><a>b</a></field></xml>".getBytes(StandardCharsets.UTF_8);
        TreeFieldReader in = new Reading(V2Xml.read(document, "xml", Set.of("field"))).reader;

        assertThat(in.<String>objects("field", inner -> inner.string("a"))).containsExactly("b");
        assertThat(in.unknownFields().names()).isEmpty();
    }

    /** Some gateways write an empty list as an empty object; a list with one item would be an invention. */
    @Test
    void keepsObjectOfJsonInPlaceOfList() {
        assertKept(Map.of(), in -> in.objects("field", inner -> inner.string("a")), "{}");
        assertKept(Map.of("a", "b"), in -> in.objects("field", inner -> inner.string("a")), "{\"a\":\"b\"}");
        assertKept("{}", in -> in.encoded(Encoding.JSON).objects("field", inner -> inner.string("a")), "{}");
    }

    @Test
    void skipsNullElementsOfReceivedLists() {
        assertThat(read(Arrays.asList("a", null), in -> in.strings("field"))).isEqualTo(List.of("a"));
    }

    private static Object read(Object value, Function<FieldReader, Object> reading) {
        return reading.apply(reader(value));
    }

    private static void assertKept(Object value, Function<FieldReader, Object> reading, String kept) {
        TreeFieldReader in = reader(value);
        assertThat(reading.apply(in)).isNull();
        assertThat(in.unknownFields().text("field")).isEqualTo(kept);
    }

    private static TreeFieldReader reader(Object value) {
        return new Reading(Map.of("field", value)).reader;
    }

    /** A reader of fields; what is encrypted is in lower case. */
    private static final class Reading {
        private final TreeFieldReader reader;

        Reading(Map<String, Object> fields) {
            reader = TreeFieldReader.received(fields, text -> text.toUpperCase(Locale.ROOT));
        }
    }
}
