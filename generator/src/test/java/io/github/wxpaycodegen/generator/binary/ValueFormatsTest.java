package io.github.wxpaycodegen.generator.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ValueFormatsTest {
    /** One component of each kind that the model of specs has. */
    public record Everything(
            boolean flag,
            int number,
            long longNumber,
            String text,
            BigDecimal decimal,
            LocalDate date,
            OptionalInt maybeNumber,
            OptionalLong maybeLong,
            Optional<String> maybeText,
            List<Everything> children,
            Set<String> names,
            SortedMap<String, Shape> shapes,
            Shape shape) {}

    /** A sealed interface of an enum and a record, as field types are. */
    public sealed interface Shape {}

    /** Values without parts. */
    public enum Plain implements Shape {
        POINT,
        LINE
    }

    /** A value with parts. */
    public record Circle(int radius) implements Shape {}

    /** A record with the type of a component that no format exists for. */
    public record Unknown(StringBuilder text) {}

    private static Everything everything(int number, Shape shape, Everything... children) {
        return new Everything(
                number > 0,
                number,
                Long.MIN_VALUE + number,
                "分账 " + "x".repeat(200),
                new BigDecimal("1.50"),
                LocalDate.of(2026, 11, 30),
                number == 0 ? OptionalInt.empty() : OptionalInt.of(-number),
                number == 0 ? OptionalLong.empty() : OptionalLong.of(-number),
                number == 0 ? Optional.empty() : Optional.of(""),
                List.of(children),
                Set.of("a", "b", "c"),
                new TreeMap<>(Map.of("one", Plain.LINE, "two", new Circle(number))),
                shape);
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        Everything value = everything(
                1,
                Plain.POINT,
                everything(0, new Circle(300)),
                everything(0, new Circle(300)),
                everything(Integer.MAX_VALUE, Plain.LINE));

        Everything read = read(write(value));

        assertThat(read).isEqualTo(value);
        assertThat(read.children().get(0))
                .as("written once")
                .isSameAs(read.children().get(1));
    }

    @Test
    void orderOfSetsDoesNotChangeTheBytes() throws IOException {
        Set<String> one = new LinkedHashSet<>(List.of("a", "b", "c"));
        Set<String> other = new LinkedHashSet<>(List.of("c", "b", "a"));

        assertThat(write(withNames(one))).isEqualTo(write(withNames(other)));
    }

    private static Everything withNames(Set<String> names) {
        Everything value = everything(0, Plain.LINE);
        return new Everything(
                value.flag(),
                value.number(),
                value.longNumber(),
                value.text(),
                value.decimal(),
                value.date(),
                value.maybeNumber(),
                value.maybeLong(),
                value.maybeText(),
                value.children(),
                names,
                value.shapes(),
                value.shape());
    }

    @Test
    void declarationsNameWhatTheBytesDependOn() {
        ValueFormats formats = new ValueFormats();
        formats.of(Everything.class);

        assertThat(formats.declarations())
                .contains(
                        "flag: boolean, number: int",
                        "children: java.util.List<",
                        "Plain [POINT, LINE]",
                        "Circle radius: int")
                .containsOnlyOnce("flag: boolean");
    }

    @Test
    void refusesTypesWithoutFormat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueFormats().of(Unknown.class))
                .withMessage("there is no format of class java.lang.StringBuilder");
    }

    @Test
    void endsWithTheBytes() throws IOException {
        byte[] bytes = write(everything(1, new Circle(1)));

        for (int length = 0; length < bytes.length; length += 7) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatExceptionOfType(BufferUnderflowException.class).isThrownBy(() -> read(part));
        }
    }

    private static byte[] write(Everything value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ValueFormats().of(Everything.class).write(value, new ValueOutput(bytes));
        return bytes.toByteArray();
    }

    private static Everything read(byte[] bytes) throws IOException {
        return new ValueFormats().of(Everything.class).read(new ValueInput(bytes));
    }
}
