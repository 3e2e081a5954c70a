package io.github.wxpaycodegen.cli.trigger;

import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Verdict on the reply of a server. A server must accept a correct notification and refuse a faulty one: accepting a
 * forged payment gives goods away.
 *
 * @param passed true if the server did what it must
 * @param words the reply in two or three words: {@code accepted}
 * @param reason why the server did not pass, or how it refused; empty if it accepted a correct notification
 */
public record ReplyVerdict(boolean passed, String words, String reason) {
    private static final int REDIRECT = 300;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    /**
     * Judges the reply to an attempt.
     *
     * @param fault the deliberate fault of the notification; null for none
     */
    public static ReplyVerdict of(NotificationAttempt attempt, @Nullable NoticeFault fault) {
        String problem = attempt.problem().orElse("");
        if (attempt.status().isEmpty()) {
            return new ReplyVerdict(false, "no reply", problem);
        }
        if (fault == null) {
            return attempt.isAccepted()
                    ? new ReplyVerdict(true, "accepted", "")
                    : new ReplyVerdict(false, "not accepted", problem);
        }
        String name = fault.name().toLowerCase(Locale.ROOT);
        if (attempt.isAccepted()) {
            return new ReplyVerdict(
                    false,
                    "wrongly accepted",
                    "the notification is faulty (" + name + "), so the server must refuse it");
        }
        int status = attempt.status().getAsInt();
        if (!isRefusal(status)) {
            return new ReplyVerdict(
                    false,
                    "not judged",
                    "HTTP status " + status
                            + " does not show that the notification was verified. Check the URL of --to and"
                            + " send a correct notification first, without --fault. A server replies 400 or 401 to one that"
                            + " cannot be verified");
        }
        return new ReplyVerdict(true, "rightly refused", "the notification is faulty (" + name + ")");
    }

    /**
     * Returns true if the status of a reply that does not accept the notification is a verdict on it. Any other comes from
     * a filter or a proxy as well as from a receiver, or is that of a crash.
     */
    private static boolean isRefusal(int status) {
        return status < REDIRECT || status == BAD_REQUEST || status == UNAUTHORIZED;
    }
}
