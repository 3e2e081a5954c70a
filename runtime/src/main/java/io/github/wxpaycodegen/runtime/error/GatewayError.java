package io.github.wxpaycodegen.runtime.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an error answer says. */
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
