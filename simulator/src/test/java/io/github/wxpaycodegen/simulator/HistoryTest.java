package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The limits of a history, and errors about dropped entries. */
class HistoryTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void keepsAllWithinItsLimits() {
        History<String> history = history(3, 6);
        history.add("one");
        history.add("two");

        assertThat(history.all()).containsExactly("one", "two");
        assertThat(history.latest()).containsExactly("one", "two");
    }

    @Test
    void dropsOldestBeyondNumberOfEntries() {
        History<String> history = history(2, 1_000);
        history.add("one");
        history.add("two");
        history.add("three");

        assertThat(history.latest()).containsExactly("two", "three");
        assertThatIllegalStateException()
                .isThrownBy(history::all)
                .withMessage(
                        "only the newest 2 of 3 words are kept (at most 2, and 1000 bytes of them): read these with"
                                + " latestWords(), or keep more with SimulatorBuilder.history(entries, bytes)");
    }

    @Test
    void dropsOldestBeyondNumberOfBytes() {
        History<String> history = history(100, 8);
        history.add("one");
        history.add("two");
        history.add("three");

        assertThat(history.latest()).containsExactly("two", "three");
    }

    @Test
    void keepsTheNewestHoweverLarge() {
        History<String> history = history(100, 8);
        history.add("one");
        history.add("a very long word");
        assertThat(history.latest()).containsExactly("a very long word");
        history.add("two");

        assertThat(history.latest()).containsExactly("two");
    }

    @Test
    void waitsForEntry() throws Exception {
        History<String> history = history(2, 1_000);
        CompletableFuture<String> found = CompletableFuture.supplyAsync(() -> await(history, "two"));
        history.add("one");
        history.add("two");

        assertThat(found.get(5, TimeUnit.MINUTES)).isEqualTo("two");
        assertThat(history.await("three"::equals, Duration.ZERO)).isEmpty();
    }

    @Test
    void reportsThatAwaitedEntryMayBeDropped() {
        History<String> history = history(1, 1_000);
        history.add("one");
        history.add("two");

        assertThatIllegalStateException()
                .isThrownBy(() -> history.await("one"::equals, Duration.ZERO))
                .withMessageStartingWith("no matching entry arrived in time, unless it is among the 1 words that were"
                        + " dropped: only the newest 1 of 2 words are kept");
    }

    @Test
    void keepsAtLeastOneEntry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().history(0, 1))
                .withMessageContaining("(was 0 and 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().history(1, 0));
    }

    private static History<String> history(int entries, long bytes) {
        return new History<>("words", "latestWords()", new HistoryLimits(entries, bytes), String::length);
    }

    private static String await(History<String> history, String word) {
        try {
            return history.await(word::equals, LONG).orElse("nothing came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
