package io.github.wxpaycodegen.cli.call;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import org.jspecify.annotations.Nullable;

/**
 * Result of a call.
 *
 * @param outcome whether it took effect
 * @param status the HTTP status; null if there was no response
 * @param requestId the number that WeChat Pay's support asks for; null if there was no response
 * @param errorCode the error code of the gateway; null if there is none
 * @param message what went wrong; of an accepted call, why its file could not be stored; otherwise null
 * @param advice what to do; null if nothing is known
 * @param body the body of the response; empty if there was none, or it was stored
 * @param file the stored file; null for none
 * @param loss why an accepted call has no file although one was to be stored; otherwise null
 */
public record CallReport(
        Effect outcome,
        @Nullable Integer status,
        @Nullable String requestId,
        @Nullable String errorCode,
        @Nullable String message,
        @Nullable String advice,
        String body,
        @Nullable SavedFile file,
        @Nullable Loss loss) {
    /** The effect of a call at the gateway. */
    public enum Effect {
        /** The gateway did it, or has answered the query. */
        ACCEPTED,
        /** The gateway did nothing. */
        REJECTED,
        /** It may have happened. */
        UNKNOWN,
        /** Nothing was sent. */
        NOT_SENT
    }

    /** Reason for which the file of an accepted call is missing. */
    public enum Loss {
        /** It could not be fetched or written. */
        NOT_STORED,
        /** Its digest or its signature is wrong. */
        NOT_AUTHENTIC
    }

    static CallReport of(WxPayResponse<String> response, @Nullable SavedFile file) {
        return new CallReport(
                Effect.ACCEPTED,
                response.httpStatus(),
                response.requestId(),
                null,
                null,
                null,
                response.value(),
                file,
                null);
    }

    /** Returns the report of an accepted call whose file is missing. */
    static CallReport withoutFile(WxPayResponse<String> response, String problem, Loss loss) {
        return new CallReport(
                Effect.ACCEPTED,
                response.httpStatus(),
                response.requestId(),
                null,
                problem,
                null,
                response.value(),
                null,
                loss);
    }

    static CallReport of(SavedFile file) {
        return new CallReport(Effect.ACCEPTED, null, null, null, null, null, "", file, null);
    }

    static CallReport of(WxPayException e) {
        Effect effect = Effect.valueOf(e.outcome().name());
        if (e instanceof GatewayException error) {
            return new CallReport(
                    effect,
                    error.httpStatus(),
                    error.requestId(),
                    error.errorCode(),
                    error.getMessage(),
                    error.advice(),
                    error.rawBody(),
                    null,
                    null);
        }
        return new CallReport(effect, null, null, null, e.getMessage(), e.advice(), "", null, null);
    }
}
