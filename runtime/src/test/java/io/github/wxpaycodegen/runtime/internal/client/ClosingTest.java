package io.github.wxpaycodegen.runtime.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void firstExceptionHasTheOthers() {
        IllegalStateException first = new IllegalStateException("first");
        NoClassDefFoundError second = new NoClassDefFoundError("second");

        assertThatThrownBy(() -> Closing.all(List.of(closing("a", first), closing("b", second), closing("c", null))))
                .isSameAs(first)
                .hasSuppressedException(second);
        assertThat(closed).containsExactly("a", "b", "c");
    }

    @Test
    void errorIsThrownToo() {
        NoClassDefFoundError error = new NoClassDefFoundError("first");

        assertThatThrownBy(() -> Closing.all(List.of(closing("a", error), closing("b", null))))
                .isSameAs(error);
        assertThat(closed).containsExactly("a", "b");
    }

    @Test
    void sameExceptionTwiceIsThrownOnce() {
        IllegalStateException same = new IllegalStateException("same");

        assertThatThrownBy(() -> Closing.all(List.of(closing("a", same), closing("b", same))))
                .isSameAs(same)
                .hasNoSuppressedExceptions();
    }

    @Test
    void nothingIsThrownIfNothingFails() {
        assertThatCode(() -> Closing.all(List.of(closing("a", null)))).doesNotThrowAnyException();
        assertThat(closed).containsExactly("a");
    }

    private Runnable closing(String name, @Nullable Throwable failure) {
        return () -> {
            closed.add(name);
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        };
    }
}
