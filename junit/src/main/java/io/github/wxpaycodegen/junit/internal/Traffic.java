package io.github.wxpaycodegen.junit.internal;

import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.PendingNotification;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Describes requests and deliveries in one line each, without their fields, because some are personal data. */
public final class Traffic {
    /** More lines would hide the failure that they explain. */
    private static final int MAX_LINES = 50;

    private Traffic() {}

    /** Describes all that a simulator has received and delivered since its last reset. */
    public static String of(Simulator simulator) {
        List<RecordedCall> calls = simulator.latestCalls();
        List<NotificationAttempt> attempts = simulator.notifications().latestAttempts();
        return "The simulator received " + count(calls.size(), "request", "requests") + lines(calls, Traffic::line)
                + "\nand made " + count(attempts.size(), "attempt", "attempts") + " to deliver a notification"
                + lines(attempts, NotificationAttempt::toString)
                + unfinished(simulator);
    }

    /**
     * Describes the attempts to deliver a notification that have not ended, on lines of their own; empty for none. Repetitions
     * that wait for their time are left out, because their first attempts are listed as failed.
     */
    public static String unfinished(Simulator simulator) {
        List<PendingNotification> attempts = simulator.notifications().pending().stream()
                .filter(attempt -> attempt.isInProgress() || attempt.number() == 1)
                .toList();
        return attempts.isEmpty()
                ? ""
                : "\n" + count(attempts.size(), "attempt has", "attempts have") + " not ended"
                        + lines(attempts, PendingNotification::toString);
    }

    /** Describes a request: its method, path, status and, if it was rejected, the reason. */
    public static String line(RecordedCall call) {
        String status = call.status().isPresent() ? "status " + call.status().getAsInt() : "no response";
        return call + ", " + status;
    }

    /** Returns a colon and a line for each entry, of which the oldest are left out if there are many; empty for none. */
    public static <T> String lines(List<T> entries, Function<T, String> line) {
        if (entries.isEmpty()) {
            return "";
        }
        int omitted = Math.max(0, entries.size() - MAX_LINES);
        String first = omitted == 0 ? ":" : " (the oldest " + omitted + " are not listed):";
        return entries.stream()
                .skip(omitted)
                .map(entry -> "\n  " + line.apply(entry))
                .collect(Collectors.joining("", first, ""));
    }

    /** Returns a number and its unit: {@code 1 request}, {@code no requests}. */
    public static String count(int number, String singular, String plural) {
        return number == 0 ? "no " + plural : number + " " + (number == 1 ? singular : plural);
    }
}
