package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnumValuesTest {
    private static final String REFUSAL =
            "is UNRECOGNIZED, which represents values that this version does not list, and cannot be sent; pass the"
                    + " text or number that was received to the setter whose name ends in Value or Values";

    @Test
    void indexesConstantsByWireValue() {
        assertThat(EnumValues.byText(State.values())).isEqualTo(Map.of("Y", State.YES, "N", State.NO));
        assertThat(EnumValues.byNumber(Level.values())).isEqualTo(Map.of(1L, Level.LOW, -2L, Level.HIGH));
    }

    @Test
    void convertsBothWays() {
        assertThat(EnumValues.text("state", State.YES)).isEqualTo("Y");
        assertThat(EnumValues.texts("states", List.of(State.NO, State.YES))).containsExactly("N", "Y");
        assertThat(EnumValues.number("level", Level.HIGH)).isEqualTo(-2);
        assertThat(EnumValues.numbers("levels", List.of(Level.LOW))).containsExactly(1L);
        assertThat(EnumValues.constants(List.of("N", "X", "Y"), State::of))
                .containsExactly(State.NO, State.UNRECOGNIZED, State.YES);
    }

    @Test
    void nullRemainsNull() {
        assertThat(EnumValues.text("state", null)).isNull();
        assertThat(EnumValues.texts("states", null)).isNull();
        assertThat(EnumValues.number("level", null)).isNull();
        assertThat(EnumValues.numbers("levels", null)).isNull();
        assertThat(EnumValues.checked("state", (String) null)).isNull();
        assertThat(EnumValues.checked("level", (Long) null)).isNull();
        assertThat(EnumValues.checkedTexts("states", null)).isNull();
        assertThat(EnumValues.checkedNumbers("levels", null)).isNull();
        assertThat(EnumValues.constants((List<String>) null, State::of)).isNull();
    }

    @Test
    void keepsWireValuesThatAreNotListed() {
        assertThat(EnumValues.checked("state", "NEW")).isEqualTo("NEW");
        assertThat(EnumValues.checked("level", 99L)).isEqualTo(99);
        assertThat(EnumValues.checkedTexts("states", List.of("NEW", "Y"))).containsExactly("NEW", "Y");
        assertThat(EnumValues.checkedNumbers("levels", List.of(99L))).containsExactly(99L);
    }

    @Test
    void copiesLists() {
        List<String> texts = Arrays.asList("Y", "N");
        List<Long> numbers = Arrays.asList(1L, 2L);
        List<String> copiedTexts = EnumValues.checkedTexts("states", texts);
        List<Long> copiedNumbers = EnumValues.checkedNumbers("levels", numbers);

        texts.set(0, "X");
        numbers.set(0, 9L);

        assertThat(copiedTexts).containsExactly("Y", "N");
        assertThat(copiedNumbers).containsExactly(1L, 2L);
    }

    @Test
    void rejectsUnrecognized() {
        assertRefused("state", () -> EnumValues.text("state", State.UNRECOGNIZED));
        assertRefused("states[1]", () -> EnumValues.texts("states", List.of(State.YES, State.UNRECOGNIZED)));
        assertRefused("level", () -> EnumValues.number("level", Level.UNRECOGNIZED));
        assertRefused("levels[0]", () -> EnumValues.numbers("levels", List.of(Level.UNRECOGNIZED)));
        assertRefused("state", () -> EnumValues.checked("state", State.UNRECOGNIZED.value()));
        assertRefused("level", () -> EnumValues.checked("level", (Long) Level.UNRECOGNIZED.value()));
        assertRefused("states[0]", () -> EnumValues.checkedTexts("states", List.of("UNRECOGNIZED")));
        assertRefused("levels[0]", () -> EnumValues.checkedNumbers("levels", List.of(Long.MIN_VALUE)));
    }

    @Test
    void rejectsNullInLists() {
        assertNullRefused(() -> EnumValues.texts("list", Arrays.asList(State.YES, null)));
        assertNullRefused(() -> EnumValues.numbers("list", Arrays.asList(Level.LOW, null)));
        assertNullRefused(() -> EnumValues.checkedTexts("list", Arrays.asList("Y", null)));
        assertNullRefused(() -> EnumValues.checkedNumbers("list", Arrays.asList(1L, null)));
    }

    private static void assertNullRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage("list[1] must not be null");
    }

    private static void assertRefused(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(field + " " + REFUSAL);
    }

    private enum State implements StringEnum {
        YES("Y"),
        NO("N"),
        UNRECOGNIZED("UNRECOGNIZED");

        private static final Map<String, State> VALUES = EnumValues.byText(values());

        private final String value;

        State(String value) {
            this.value = value;
        }

        static State of(String value) {
            return VALUES.getOrDefault(value, UNRECOGNIZED);
        }

        @Override
        public String value() {
            return value;
        }
    }

    private enum Level implements IntegerEnum {
        LOW(1),
        HIGH(-2),
        UNRECOGNIZED(Long.MIN_VALUE);

        private final long value;

        Level(long value) {
            this.value = value;
        }

        @Override
        public long value() {
            return value;
        }
    }
}
