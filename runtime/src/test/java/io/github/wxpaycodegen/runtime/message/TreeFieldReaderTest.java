package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeFieldReaderTest {
    @Test
    void readsValuesOfEveryKind() {
        assertThat(read("text", FieldReader::string)).isEqualTo("text");
        assertThat(read("12", FieldReader::integer)).isEqualTo(12L);
        assertThat(read(new BigDecimal("12"), FieldReader::integer)).isEqualTo(12L);
        assertThat(read(new BigDecimal("1.50"), FieldReader::number)).isEqualTo(new BigDecimal("1.50"));
        assertThat(read("TRUE", FieldReader::bool)).isEqualTo(true);
        assertThat(read(false, FieldReader::bool)).isEqualTo(false);
        assertThat(read("N", in -> in.bool("Y", "N"))).isEqualTo(false);
        assertThat(read("2026-01-02T03:04:05+08:00", FieldReader::dateTime))
                .isEqualTo(OffsetDateTime.parse("2026-01-02T03:04:05+08:00"));
        assertThat(read(List.of(new BigDecimal(1), new BigDecimal(2)), FieldReader::integers))
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
        assertThat(read(text, FieldReader::dateTime)).isEqualTo(OffsetDateTime.parse(time));
    }

    /** What a page calls a string may come as a number; nothing is lost by reading it as its text. */
    @Test
    void readsNumbersAndBooleansAsTextWithoutLoss() {
        assertThat(read(new BigDecimal("1217752501201407033233368018"), FieldReader::string))
                .isEqualTo("1217752501201407033233368018");
        assertThat(read(new BigDecimal("1.50"), FieldReader::string)).isEqualTo("1.50");
        assertThat(read(true, FieldReader::string)).isEqualTo("true");
        assertThat(read(List.of("a", new BigDecimal(1), false), FieldReader::strings))
                .isEqualTo(List.of("a", "1", "false"));
        assertThat(read(new BigDecimal(7), FieldReader::string)).isEqualTo("7");
        assertThat(read("true", FieldReader::bool)).isEqualTo(true);
        assertThat(read("9223372036854775807", FieldReader::integer)).isEqualTo(Long.MAX_VALUE);
        assertThat(read("12.5", FieldReader::number)).isEqualTo(new BigDecimal("12.5"));
        assertKept("9223372036854775808", FieldReader::integer, "9223372036854775808");
        assertKept(new BigDecimal(1), FieldReader::bool, "1");
        assertKept(List.of("a", Map.of()), FieldReader::strings, "[\"a\",{}]");
    }

    @Test
    void keepsValueOfAnotherType() {
        assertKept("many", FieldReader::integer, "many");
        assertKept(new BigDecimal("1.5"), FieldReader::integer, "1.5");
        assertKept(new BigDecimal("1e30"), FieldReader::integer, "1E+30");
        assertKept(Map.of("a", "b"), FieldReader::string, "{\"a\":\"b\"}");
        assertKept("yesterday", FieldReader::dateTime, "yesterday");
        assertKept("maybe", in -> in.bool("Y", "N"), "maybe");
        assertKept("{broken", in -> in.encoded(Encoding.JSON).strings(), "{broken");
        assertKept("{\"a\":1,\"a\":2}", in -> in.encoded(Encoding.JSON).strings(), "{\"a\":1,\"a\":2}");
    }

    @Test
    void emptyTextIsAbsentUnlessText() {
        TreeFieldReader in = reader("");
        assertThat(in.string()).isEmpty();
        assertThat(in.integer()).isNull();
        assertThat(in.dateTime()).isNull();
        assertThat(in.encoded(Encoding.JSON).strings()).isNull();
        assertThat(in.unknownFields().names()).isEmpty();
    }

    @Test
    void listsAreUnmodifiable() {
        List<String> list = reader(List.of("a")).strings();
        assertThatThrownBy(() -> list.add("b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void decryptsCiphertextAndLists() {
        TreeFieldReader one = new Reading(Map.of("field", "abc")).reader;
        assertThat(one.encrypted().string()).isEqualTo("ABC");
        TreeFieldReader list = new Reading(Map.of("field", List.of("a", "b"))).reader;
        assertThat(list.encrypted().strings()).containsExactly("A", "B");
    }

    @Test
    void readsSingleRepeatableElement() {
        assertThat(read(
                        Map.of("a", "b"),
                        in -> in.objects(inner -> {
                            inner.next();
                            return inner.string();
                        })))
                .isEqualTo(List.of("b"));
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

    /** A reader at its one field; what is encrypted is in lower case. */
    private static final class Reading {
        private final TreeFieldReader reader;

        Reading(Map<String, Object> fields) {
            reader = TreeFieldReader.received(fields, text -> text.toUpperCase(Locale.ROOT));
            reader.next();
        }
    }
}
