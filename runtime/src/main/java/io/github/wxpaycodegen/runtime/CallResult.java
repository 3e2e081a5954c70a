package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a response or an exception that listeners may see.
 *
 * @param httpStatus 0 if there is no response
 * @param outcome null for a success
 * @param failure the simple name of the exception's class; null for a success
 * @param gatewayTime when the gateway signed a successful response of v3; null if it is not known
 */
record CallResult(
        int httpStatus,
        @Nullable Outcome outcome,
        @Nullable String errorCode,
        @Nullable String requestId,
        @Nullable String failure,
        @Nullable Instant gatewayTime) {
    private static final String TIMESTAMP = "Wechatpay-Timestamp";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    static CallResult of(WxPayResponse<?> response) {
        return new CallResult(
                response.httpStatus(), null, null, shown(response.requestId()), null, timestamp(response));
    }

    /**
     * Describes a failure.
     *
     * @param nothingSent gives up a canceled call, and returns true if nothing of it was sent
     */
    static CallResult of(Throwable failure, BooleanSupplier nothingSent) {
        String name = failure.getClass().getSimpleName();
        if (failure instanceof GatewayException e) {
            return new CallResult(e.httpStatus(), e.outcome(), shown(e.errorCode()), shown(e.requestId()), name, null);
        }
        if (failure instanceof InvalidResponseException e) {
            return new CallResult(e.httpStatus(), e.outcome(), null, shown(e.requestId()), name, null);
        }
        if (failure instanceof WxPayException e) {
            return new CallResult(0, e.outcome(), null, null, name, null);
        }
        return new CallResult(
                0, nothingSent.getAsBoolean() ? Outcome.NOT_SENT : Outcome.UNKNOWN, null, null, name, null);
    }

    /** Returns a summary for a log line. */
    String summary() {
        if (outcome == null) {
            return "succeeded with HTTP status " + httpStatus;
        }
        return "failed with " + failure + " (" + outcome
                + (httpStatus == 0 ? "" : ", HTTP status " + httpStatus)
                + (errorCode == null ? "" : ", code " + errorCode)
                + (requestId == null ? "" : ", request id " + requestId) + ")";
    }

    private static @Nullable Instant timestamp(WxPayResponse<?> response) {
        List<String> values = response.headers().getOrDefault(TIMESTAMP, List.of());
        return values.isEmpty() || !SECONDS.matcher(values.get(0)).matches()
                ? null
                : Instant.ofEpochSecond(Long.parseLong(values.get(0)));
    }

    /** Returns the text shortened and printable, because a line break could forge a log line. */
    private static @Nullable String shown(@Nullable String foreign) {
        return foreign == null ? null : ForeignText.shown(foreign);
    }
}
