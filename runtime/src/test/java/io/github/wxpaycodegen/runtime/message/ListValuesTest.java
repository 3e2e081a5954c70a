package io.github.wxpaycodegen.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListValuesTest {
    @Test
    void copiesLists() {
        List<String> given = new ArrayList<>(List.of("a", "b"));
        List<String> copy = ListValues.copyOf("goods", given);

        given.add("c");

        assertThat(copy).containsExactly("a", "b").isUnmodifiable();
        assertThat(ListValues.copyOf("goods", null)).isNull();
    }

    @Test
    void addsToEndOfCopy() {
        List<String> one = ListValues.add("goods", null, "a");
        List<String> two = ListValues.add("goods", one, "b");

        assertThat(one).containsExactly("a").isUnmodifiable();
        assertThat(two).containsExactly("a", "b").isUnmodifiable();
    }

    @Test
    void reportsPositionOfNullElement() {
        assertThatThrownBy(() -> ListValues.copyOf("goods", Arrays.asList("a", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goods[1] must not be null");
        assertThatThrownBy(() -> ListValues.add("goods", List.of("a", "b"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("goods[2] must not be null");
    }
}
