package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an error response; each is null if the response does not contain it.
 *
 * @param httpStatus the HTTP status
 * @param returnCode {@code return_code} of v2
 * @param returnMsg {@code return_msg} of v2
 * @param resultCode {@code result_code} of v2
 * @param errorCode {@code err_code} or {@code error_code} of v2, {@code code} of v3
 * @param errorMessage {@code err_code_des} or {@code error_code_des} of v2, {@code message} of v3
 * @param detail {@code detail} of v3, as JSON
 * @param requestId the request id
 * @param retryAfter the time that the gateway asks to wait before the next call
 * @param rawBody the body as text, never null
 */
public record GatewayError(
        int httpStatus,
        @Nullable String returnCode,
        @Nullable String returnMsg,
        @Nullable String resultCode,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable String detail,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        String rawBody) {
    /**
     * Returns the exception for this error.
     *
     * @param outcome whether the operation took effect; not {@link Outcome#NOT_SENT}
     * @param message what is wrong, and what to do next
     * @param advice what to do about the error code; null if there is no advice
     */
    public GatewayException toException(Outcome outcome, String message, @Nullable String advice) {
        return GatewayException.builder(outcome)
                .message(message)
                .advice(advice)
                .httpStatus(httpStatus)
                .returnCode(returnCode)
                .returnMsg(returnMsg)
                .resultCode(resultCode)
                .errorCode(errorCode)
                .errorMessage(errorMessage)
                .detail(detail)
                .requestId(requestId)
                .retryAfter(retryAfter)
                .rawBody(rawBody)
                .build();
    }
}
