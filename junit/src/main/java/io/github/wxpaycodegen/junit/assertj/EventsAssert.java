package io.github.wxpaycodegen.junit.assertj;

import io.github.wxpaycodegen.junit.internal.Traffic;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.description.Description;

/**
 * Assertions about the events of a simulator that have all properties asserted so far. Each method asserts that at least
 * one of them also has another property, so that the properties are those of one event.
 *
 * @param <S> the type of the assertions
 * @param <E> the type of the events
 */
public abstract class EventsAssert<S extends EventsAssert<S, E>, E> extends AbstractAssert<S, Simulator> {
    private final List<Criterion<E>> criteria = new ArrayList<>();
    private final long deadline;

    EventsAssert(Simulator actual, Class<S> type, Duration timeout, Description description) {
        super(actual, type);
        this.deadline = System.nanoTime() + timeout.toNanos();
        info.description(description);
    }

    /** Returns all events, oldest first. */
    abstract List<E> events();

    /** Returns the oldest matching event, and waits for one if there is none. */
    abstract Optional<E> await(Predicate<E> fits, Duration timeout) throws InterruptedException;

    /** Describes an event in one line. */
    abstract String line(E event);

    /** Returns the name of events: {@code requests}. */
    abstract String plural();

    /** Returns the name of an event: {@code request}. */
    abstract String singular();

    /** Returns what else explains a failure, on lines of its own; empty for nothing. */
    String circumstances() {
        return "";
    }

    S narrow(Criterion<E> criterion) {
        criteria.add(criterion);
        if (waitFor(this::fits).isEmpty()) {
            failWithMessage("%s", "Expected " + expected() + "\nbut " + found() + circumstances());
        }
        return myself;
    }

    private Optional<E> waitFor(Predicate<E> fits) {
        try {
            return await(fits, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + expected(), e);
        }
    }

    private boolean fits(E event) {
        return criteria.stream().allMatch(criterion -> criterion.test().test(event));
    }

    private String expected() {
        return criteria.stream().map(Criterion::description).collect(Collectors.joining(" "));
    }

    private String found() {
        List<E> events = events();
        List<E> alike = events.stream().filter(criteria.get(0).test()).toList();
        if (alike.isEmpty()) {
            return "there " + be(events.size()) + " " + Traffic.count(events.size(), singular(), plural())
                    + Traffic.lines(events, this::line);
        }
        return "there " + be(alike.size()) + " " + Traffic.count(alike.size(), "other", "others")
                + Traffic.lines(alike, event -> line(event) + differences(event));
    }

    private static String be(int number) {
        return number == 1 ? "was" : "were";
    }

    private String differences(E event) {
        return criteria.stream()
                .filter(criterion -> !criterion.test().test(event))
                .map(criterion -> criterion.difference().apply(event))
                .filter(text -> !text.isEmpty())
                .map(text -> ", " + text)
                .collect(Collectors.joining());
    }

    /**
     * Asserts the number of events with all properties asserted so far. Waits until there are as many, but cannot know
     * whether more will follow.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public S times(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("times must be at least 1 (was " + number
                    + "): use didNotReceive(path) or deliveredNothing() for none");
        }
        waitFor(event -> fits(event) && matching().size() >= number);
        List<E> matching = matching();
        if (matching.size() != number) {
            failWithMessage(
                    "%s",
                    "Expected " + expected() + " " + (number == 1 ? "once" : number + " times") + "\nbut there "
                            + be(matching.size()) + " " + matching.size() + Traffic.lines(matching, this::line)
                            + circumstances());
        }
        return myself;
    }

    /** Returns the events with all properties asserted so far, oldest first; there is at least one. */
    List<E> matching() {
        return events().stream().filter(this::fits).toList();
    }
}
