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
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

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
        if (isElsewhere(status)) {
            return new ReplyVerdict(
                    false,
                    "not judged",
                    "HTTP status " + status + " is not a verdict on the notification: check the URL of --to");
        }
        return new ReplyVerdict(true, "rightly refused", "the notification is faulty (" + name + ")");
    }

    /** Returns true if the server has no receiver at the URL, so that it has not looked at the notification. */
    private static boolean isElsewhere(int status) {
        return status == NOT_FOUND || status == METHOD_NOT_ALLOWED || (status >= REDIRECT && status < BAD_REQUEST);
    }
}
