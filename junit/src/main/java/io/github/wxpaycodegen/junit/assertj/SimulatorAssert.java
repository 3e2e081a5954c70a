package io.github.wxpaycodegen.junit.assertj;

import io.github.wxpaycodegen.junit.internal.Traffic;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the requests that a simulator received, the notifications that it delivered, and the states of its
 * orders, since its start or its last {@linkplain Simulator#reset() reset}. Failures show the traffic instead.
 *
 * <p>Paths are those on the wire, so without {@code /v2}. In a path, {@code {out_trade_no}} stands for any segment. A path
 * that no request can have, because it does not begin with a slash, is an {@link IllegalArgumentException}.
 */
public final class SimulatorAssert extends AbstractAssert<SimulatorAssert, Simulator> {
    private static final Duration DELIVERY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(365);

    private @Nullable Duration timeout;

    SimulatorAssert(@Nullable Simulator actual) {
        super(actual, SimulatorAssert.class);
    }

    /**
     * Waits for what the following assertions expect. By default, requests must have been received already, and
     * notifications are awaited for ten seconds.
     *
     * @throws IllegalArgumentException if the duration is negative, or longer than 365 days
     */
    public SimulatorAssert within(Duration timeout) {
        if (Objects.requireNonNull(timeout, "timeout must not be null").isNegative()
                || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "timeout must be from 0 to " + LONGEST.toDays() + " days (was " + timeout + ")");
        }
        this.timeout = timeout;
        return this;
    }

    /** Asserts that there was a request to a path, and returns the assertions about these requests. */
    public ReceivedCallsAssert received(String path) {
        PathPattern pattern = PathPattern.of(path);
        return calls("a request to " + path, call -> pattern.matches(call.path()));
    }

    /** Asserts that there was a request to a path by an HTTP method: {@code "POST"}. */
    public ReceivedCallsAssert received(String method, String path) {
        Objects.requireNonNull(method, "method must not be null");
        PathPattern pattern = PathPattern.of(path);
        return calls(
                "a request " + method + " " + path,
                call -> call.method().equals(method) && pattern.matches(call.path()));
    }

    private ReceivedCallsAssert calls(String description, Predicate<RecordedCall> fits) {
        isNotNull();
        return new ReceivedCallsAssert(actual, timeout == null ? Duration.ZERO : timeout, info.description())
                .narrow(Criterion.of(description, fits));
    }

    /** Asserts that there were requests to each of these paths, and to no others. */
    public SimulatorAssert receivedOnly(String... paths) {
        for (String path : paths) {
            received(path);
        }
        List<RecordedCall> others = actual.calls().stream()
                .filter(call -> Stream.of(paths).noneMatch(path -> matches(path, call)))
                .toList();
        if (!others.isEmpty()) {
            failWithMessage(
                    "%s",
                    "Expected only requests to " + String.join(", ", paths) + "\nbut there were others"
                            + Traffic.lines(others, Traffic::line));
        }
        return this;
    }

    /** Asserts that there was no request to a path. */
    public SimulatorAssert didNotReceive(String path) {
        isNotNull();
        PathPattern pattern = PathPattern.of(path);
        return none(
                actual.calls().stream()
                        .filter(call -> pattern.matches(call.path()))
                        .toList(),
                "no request to " + path);
    }

    /** Asserts that there was no request. */
    public SimulatorAssert receivedNothing() {
        isNotNull();
        return none(actual.calls(), "no request");
    }

    private SimulatorAssert none(List<RecordedCall> calls, String expected) {
        if (!calls.isEmpty()) {
            failWithMessage(
                    "%s",
                    "Expected " + expected + "\nbut there " + (calls.size() == 1 ? "was " : "were ")
                            + Traffic.count(calls.size(), "request", "requests") + Traffic.lines(calls, Traffic::line));
        }
        return this;
    }

    /** Asserts that all requests were valid. */
    public SimulatorAssert rejectedNothing() {
        isNotNull();
        List<RecordedCall> rejected = actual.calls().stream()
                .filter(call -> call.refusal().isPresent())
                .toList();
        if (!rejected.isEmpty()) {
            failWithMessage(
                    "%s",
                    "Expected valid requests\nbut of "
                            + Traffic.count(actual.calls().size(), "request", "requests")
                            + ", the simulator rejected " + rejected.size()
                            + Traffic.lines(rejected, Traffic::line));
        }
        return this;
    }

    /**
     * Asserts that there was an attempt to deliver a notification, and returns the assertions about these attempts. An
     * attempt counts once the receiver has responded, or has failed to. Fails at once if the simulator has no such
     * notification.
     *
     * @param name the id of the notification: {@code TRANSACTION.SUCCESS} in v3, {@code transaction-success} in v2
     */
    public DeliveriesAssert delivered(String name) {
        isNotNull();
        Set<String> names = actual.notifications().names();
        if (!names.contains(name)) {
            failWithMessage(
                    "%s",
                    "Expected a delivery of " + name + "\nbut no notification has this name. There are "
                            + String.join(", ", alike(name, names)));
        }
        return new DeliveriesAssert(actual, timeout == null ? DELIVERY : timeout, info.description())
                .narrow(Criterion.of(
                        "a delivery of " + name, attempt -> attempt.name().equals(name)));
    }

    /** Returns the names that begin with the same word; all names if there are none. */
    private static Collection<String> alike(String name, Set<String> names) {
        List<String> alike = names.stream()
                .filter(each -> firstWord(each).equals(firstWord(name)))
                .toList();
        return alike.isEmpty() ? names : alike;
    }

    private static String firstWord(String name) {
        return name.split("[._-]", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** Asserts that no attempt to deliver a notification has ended so far. */
    public SimulatorAssert deliveredNothing() {
        isNotNull();
        List<NotificationAttempt> attempts = actual.notifications().attempts();
        if (!attempts.isEmpty()) {
            failWithMessage(
                    "%s",
                    "Expected no delivery of a notification\nbut there "
                            + (attempts.size() == 1 ? "was " : "were ")
                            + Traffic.count(attempts.size(), "attempt", "attempts")
                            + Traffic.lines(attempts, NotificationAttempt::toString));
        }
        return this;
    }

    /**
     * Asserts that an order has a state as a query returns it: {@code NOTPAY}, {@code SUCCESS}.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public SimulatorAssert hasOrder(String outTradeNo, String state) {
        isNotNull();
        return hasState("order", outTradeNo, state, actual.orders()::state);
    }

    /**
     * Asserts that a refund has a state as a v3 query returns it: {@code PROCESSING}, {@code SUCCESS}.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public SimulatorAssert hasRefund(String outRefundNo, String state) {
        isNotNull();
        return hasState("refund", outRefundNo, state, actual.orders()::refundState);
    }

    /**
     * Asserts that a rental or hotel order has a state as a query returns it: {@code CREATED}, {@code USER_PAID}.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public SimulatorAssert hasRental(String outOrderNo, String state) {
        isNotNull();
        return hasState("rental order", outOrderNo, state, actual.rentals()::state);
    }

    private SimulatorAssert hasState(String kind, String number, String expected, UnaryOperator<String> states) {
        String found;
        try {
            found = "its state was " + states.apply(number);
        } catch (IllegalStateException e) {
            found = "there is no such " + kind;
        }
        if (!found.equals("its state was " + expected)) {
            failWithMessage(
                    "%s",
                    "Expected the " + kind + " " + number + " to have the state " + expected + "\nbut " + found + ". "
                            + Traffic.of(actual));
        }
        return this;
    }

    private static boolean matches(String path, RecordedCall call) {
        return PathPattern.of(path).matches(call.path());
    }
}
