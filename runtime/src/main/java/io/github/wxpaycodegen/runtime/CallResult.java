package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of a response or an exception that listeners may see.
 *
 * @param httpStatus 0 if there is no response
 * @param outcome null for a success
 * @param failure the simple name of the exception's class; null for a success
 */
record CallResult(
        int httpStatus,
        @Nullable Outcome outcome,
        @Nullable String errorCode,
        @Nullable String requestId,
        @Nullable String failure) {
    static CallResult of(WxPayResponse<?> response) {
        return new CallResult(response.status(), null, null, shown(response.requestId()), null);
    }

    /**
     * Describes a failure.
     *
     * @param nothingSent gives up a canceled call, and returns true if nothing of it was sent
     */
    static CallResult of(Throwable failure, BooleanSupplier nothingSent) {
        String name = failure.getClass().getSimpleName();
        if (failure instanceof GatewayException e) {
            return new CallResult(e.httpStatus(), e.outcome(), shown(e.errCode()), shown(e.requestId()), name);
        }
        if (failure instanceof InvalidResponseException e) {
            return new CallResult(e.httpStatus(), e.outcome(), null, shown(e.requestId()), name);
        }
        if (failure instanceof WxPayException e) {
            return new CallResult(0, e.outcome(), null, null, name);
        }
        return new CallResult(0, nothingSent.getAsBoolean() ? Outcome.NOT_SENT : Outcome.UNKNOWN, null, null, name);
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

    /** Returns the text shortened and printable, because a line break could forge a log line. */
    private static @Nullable String shown(@Nullable String foreign) {
        return foreign == null ? null : ForeignText.shown(foreign);
    }
}
