package io.github.wxpaycodegen.junit.assertj;

import io.github.wxpaycodegen.junit.internal.Traffic;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.description.Description;

/**
 * Assertions about requests that the simulator received. All properties that are asserted in one chain must be those of one
 * request.
 */
public final class ReceivedCallsAssert extends EventsAssert<ReceivedCallsAssert, RecordedCall> {
    ReceivedCallsAssert(Simulator actual, Duration timeout, Description description) {
        super(actual, ReceivedCallsAssert.class, timeout, description);
    }

    /**
     * Asserts that a field of the body, the query or the path has a value. Values are compared as the texts on the wire,
     * decrypted.
     *
     * @param name the path of the field: {@code out_trade_no}, {@code amount.total}, {@code goods[1].price}
     */
    public ReceivedCallsAssert withField(String name, Object value) {
        String expected = String.valueOf(value);
        return narrow(new Criterion<>(
                "with " + name + " \"" + expected + "\"",
                call -> field(call, name).filter(expected::equals).isPresent(),
                call -> field(call, name)
                        .map(text -> name + " was \"" + text + "\"")
                        .orElse("without " + name)));
    }

    /** Asserts that no field of the body, the query or the path has this name. */
    public ReceivedCallsAssert withoutField(String name) {
        return narrow(
                new Criterion<>("without " + name, call -> field(call, name).isEmpty(), call -> field(call, name)
                        .map(text -> name + " was \"" + text + "\"")
                        .orElse("")));
    }

    /** Asserts that the simulator found the request valid. */
    public ReceivedCallsAssert accepted() {
        return narrow(Criterion.of("that is valid", call -> call.refusal().isEmpty()));
    }

    /** Asserts that the simulator rejected the request for a reason that contains a text: {@code PARAM_ERROR}. */
    public ReceivedCallsAssert rejected(String reason) {
        return narrow(Criterion.of(
                "that is rejected with \"" + reason + "\"",
                call -> call.refusal().filter(text -> text.contains(reason)).isPresent()));
    }

    /** Asserts the HTTP status of the response. */
    public ReceivedCallsAssert respondedWith(int status) {
        return narrow(Criterion.of(
                "with the response status " + status,
                call -> call.status().isPresent() && call.status().getAsInt() == status));
    }

    /** Returns the requests with all properties asserted so far, oldest first; there is at least one. */
    public List<RecordedCall> calls() {
        return matching();
    }

    private static Optional<String> field(RecordedCall call, String name) {
        return Stream.of(call.fields(), call.queryFields(), call.pathValues())
                .map((Map<String, String> fields) -> Optional.ofNullable(fields.get(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    List<RecordedCall> events() {
        return actual.latestCalls();
    }

    @Override
    Optional<RecordedCall> await(Predicate<RecordedCall> fits, Duration timeout) throws InterruptedException {
        return actual.awaitCall(fits, timeout);
    }

    @Override
    String line(RecordedCall call) {
        return Traffic.line(call);
    }

    @Override
    String plural() {
        return "requests";
    }

    @Override
    String singular() {
        return "request";
    }
}
