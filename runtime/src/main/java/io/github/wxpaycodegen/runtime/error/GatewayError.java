package io.github.wxpaycodegen.runtime.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an error response; each is null if the response does not contain it.
 *
 * @param httpStatus the HTTP status
 * @param returnCode {@code return_code} of v2
 * @param returnMsg {@code return_msg} of v2
 * @param resultCode {@code result_code} of v2
 * @param errCode {@code err_code} or {@code error_code} of v2, {@code code} of v3
 * @param errCodeDes {@code err_code_des} or {@code error_code_des} of v2, {@code message} of v3
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
        @Nullable String errCode,
        @Nullable String errCodeDes,
        @Nullable String detail,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        String rawBody) {}
