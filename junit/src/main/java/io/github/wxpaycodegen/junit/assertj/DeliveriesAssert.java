package io.github.wxpaycodegen.junit.assertj;

import io.github.wxpaycodegen.junit.internal.Traffic;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Simulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.description.Description;

/**
 * Assertions about attempts to deliver a notification. All properties that are asserted in one chain must be those of one
 * attempt, for which each method waits.
 */
public final class DeliveriesAssert extends EventsAssert<DeliveriesAssert, NotificationAttempt> {
    DeliveriesAssert(Simulator actual, Duration timeout, Description description) {
        super(actual, DeliveriesAssert.class, timeout, description);
    }

    /**
     * Asserts that a field has a value, compared as text.
     *
     * @param name as in {@link NotificationAttempt#fields()}: {@code out_trade_no}, {@code amount.total}
     */
    public DeliveriesAssert with(String name, Object value) {
        String expected = String.valueOf(value);
        return narrow(new Criterion<>(
                "with " + name + " \"" + expected + "\"",
                attempt -> expected.equals(attempt.fields().get(name)),
                attempt -> Optional.ofNullable(attempt.fields().get(name))
                        .map(text -> name + " was \"" + text + "\"")
                        .orElse("without " + name)));
    }

    /** Asserts the URL of the receiver. */
    public DeliveriesAssert to(URI url) {
        return narrow(Criterion.of("to " + url, attempt -> attempt.url().equals(url.toString())));
    }

    /** Asserts that the receiver accepted the notification, so that it is not sent again. */
    public DeliveriesAssert accepted() {
        return narrow(Criterion.of("that is accepted", NotificationAttempt::isAccepted));
    }

    /** Asserts that the receiver did not accept the notification, whether it responded or not. */
    public DeliveriesAssert notAccepted() {
        return narrow(Criterion.of("that is not accepted", attempt -> !attempt.isAccepted()));
    }

    /** Asserts the HTTP status with which the receiver replied. */
    public DeliveriesAssert replied(int status) {
        return narrow(new Criterion<>(
                "with the reply status " + status,
                attempt -> attempt.status().isPresent() && attempt.status().getAsInt() == status,
                attempt -> attempt.status().isPresent()
                        ? "replied " + attempt.status().getAsInt()
                        : "no reply"));
    }

    /** Returns the attempts with all properties asserted so far, oldest first; there is at least one. */
    public List<NotificationAttempt> attempts() {
        return matching();
    }

    @Override
    List<NotificationAttempt> events() {
        return actual.notifications().latestAttempts();
    }

    @Override
    Optional<NotificationAttempt> await(Predicate<NotificationAttempt> fits, Duration timeout)
            throws InterruptedException {
        return actual.notifications().await(fits, timeout);
    }

    @Override
    String line(NotificationAttempt attempt) {
        return attempt.toString();
    }

    @Override
    String circumstances() {
        return Traffic.unfinished(actual);
    }

    @Override
    String plural() {
        return "attempts to deliver a notification";
    }

    @Override
    String singular() {
        return "attempt to deliver a notification";
    }
}
