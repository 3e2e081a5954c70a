package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallAttempt;
import io.github.wxpaycodegen.runtime.CallEnd;
import io.github.wxpaycodegen.runtime.CallInfo;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The tags of calls and attempts. The number of values of each is bounded; none contains an order number. All calls
 * have the same tags, as Prometheus requires.
 */
final class CallTags {
    /** More error codes than a merchant ever receives. */
    private static final int MOST_ERROR_CODES = 100;
    /** The default hosts, their backups, and those of files. */
    private static final int MOST_HOSTS = 20;

    private static final String SUCCESS = "SUCCESS";
    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 599;

    private final BoundedValues errorCodes = new BoundedValues(MOST_ERROR_CODES);
    private final BoundedValues hosts = new BoundedValues(MOST_HOSTS);

    /**
     * Returns the operation, as in its spec. The path of a call without a spec may contain an order number, so it is
     * omitted.
     */
    static String operation(CallInfo call) {
        return call.title() == null ? KeyValue.NONE_VALUE : call.operation();
    }

    static KeyValues of(CallInfo call) {
        return KeyValues.of(
                "operation", operation(call),
                "method", call.method().name(),
                "protocol", call.protocol().name().toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the tags of a call.
     *
     * @param end null while the call is in progress; then unknown values are {@code none}, so that the tags are the
     *     same
     */
    KeyValues of(CallInfo call, @Nullable CallEnd end) {
        return end == null
                ? of(call).and(result(KeyValue.NONE_VALUE, 0, null, null))
                : of(call).and(result(name(end.outcome()), end.httpStatus(), end.failure(), end.errorCode()));
    }

    KeyValues of(CallAttempt attempt) {
        return of(attempt.call())
                .and("host", hosts.bounded(attempt.host()))
                .and(result(name(attempt.outcome()), attempt.httpStatus(), attempt.failure(), attempt.errorCode()));
    }

    private KeyValues result(String outcome, int status, @Nullable String failure, @Nullable String errorCode) {
        return KeyValues.of(
                "outcome",
                outcome,
                "status",
                status(status),
                "exception",
                failure == null ? KeyValue.NONE_VALUE : failure,
                "error.code",
                errorCodes.bounded(errorCode));
    }

    private static String name(@Nullable Enum<?> outcome) {
        return outcome == null ? SUCCESS : outcome.name();
    }

    private static String status(int status) {
        if (status == 0) {
            return KeyValue.NONE_VALUE;
        }
        return status < LOWEST_STATUS || status > HIGHEST_STATUS ? BoundedValues.OTHER : String.valueOf(status);
    }
}
