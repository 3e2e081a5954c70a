package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CertificateRefusal;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Echoes;
import io.github.wxpaycodegen.runtime.internal.call.FieldCrypto;
import io.github.wxpaycodegen.runtime.internal.call.GatewayError;
import io.github.wxpaycodegen.runtime.internal.call.ResponseHeaders;
import io.github.wxpaycodegen.runtime.internal.call.ResponseSummary;
import io.github.wxpaycodegen.runtime.internal.call.RetryAfter;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts a verified v3 response to a message, or an error response to an exception. */
final class V3ResponseReader<R> {
    private static final int ACCEPTED = 202;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Call<R> call;
    private final Operation<?, R> operation;
    private final Echoes echoes;
    private final ClientSettings config;

    V3ResponseReader(Call<R> call, Echoes echoes, ClientSettings config) {
        this.call = call;
        this.operation = call.operation();
        this.echoes = echoes;
        this.config = config;
    }

    /**
     * Returns true if the response reports that the operation took effect. After most operations, 202 means that they
     * did not yet, and that the same request must follow; the body has a code. Others end with it, without a body.
     */
    static boolean isSuccess(Operation<?, ?> operation, TransportResponse response) {
        if (response.status() == ACCEPTED) {
            return operation.has(Trait.ACCEPTED) && parse(response).errorCode() == null;
        }
        return response.status() >= 200 && response.status() < 300;
    }

    /** Returns the response of a success, whose signature was verified before. */
    @SuppressWarnings("unchecked") // generated operations that return files have this type
    WxPayResponse<R> success(TransportResponse response) {
        R value;
        if (response.body().length == 0 && !operation.has(Trait.NO_CONTENT)) {
            throw invalid(response, "the response has no body, but its spec has one", null);
        }
        if (operation.responseKind() == Operation.ResponseKind.FILE) {
            value = (R) new DownloadedFile(response.body(), ResponseHeaders.first(response, "Content-Type"));
        } else {
            Map<String, @Nullable Object> fields = fields(response);
            echoes.findDifference(fields).ifPresent(difference -> {
                throw invalid(response, difference, null);
            });
            PrivateKey key = config.account(V3Account.of(operation.path())).privateKey();
            value = operation.readFrom().apply(FieldReader.received(fields, text -> FieldCrypto.decrypt(key, text)));
        }
        return WxPayResponse.of(response.status(), response.headers(), response.body(), value);
    }

    private Map<String, @Nullable Object> fields(TransportResponse response) {
        if (response.body().length == 0) {
            return Map.of();
        }
        try {
            return JsonDocument.read(response.body());
        } catch (IllegalArgumentException e) {
            throw invalid(response, "the response is not a JSON object in UTF-8", e);
        }
    }

    /** Returns the exception for an error response. */
    GatewayException error(TransportResponse response) {
        GatewayError error = parse(response);
        if (operation.has(Trait.CLIENT_CERTIFICATE) && CertificateRefusal.isIn(response)) {
            return error.toException(Outcome.REJECTED, call + ": " + CertificateRefusal.explain(config.mchid()), null);
        }
        Outcome outcome = outcome(error);
        String advice = call.advice(error.errorCode());
        String next = next(error, outcome, advice);
        return error.toException(
                outcome,
                call + ": the gateway returned " + describe(error) + ". " + next,
                outcome == Outcome.UNKNOWN ? next : advice);
    }

    /** Returns the exception for an error response whose signature is wrong or cannot be verified. */
    InvalidResponseException doubtful(TransportResponse response, Throwable why) {
        return invalid(
                response,
                "the error response cannot be trusted: " + why.getMessage() + "; unverified, it reports "
                        + describe(parse(response)),
                why);
    }

    private static GatewayError parse(TransportResponse response) {
        Map<String, @Nullable Object> fields = Map.of();
        try {
            fields = JsonDocument.read(response.body());
        } catch (IllegalArgumentException e) {
            // The body may be a proxy's page or empty. The status suffices, and the exception contains the body.
        }
        Object detail = fields.get("detail");
        return new GatewayError(
                response.status(),
                null,
                null,
                null,
                fields.get("code") instanceof String code ? code : null,
                fields.get("message") instanceof String message ? message : null,
                detail == null ? null : JsonDocument.write(detail),
                ResponseHeaders.requestId(response),
                RetryAfter.of(response),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    private Outcome outcome(GatewayError error) {
        // A response without a code does not come from the gateway.
        String code = error.errorCode();
        boolean credible = code != null && !operation.isUncertainAfter(code, call.advice(code) != null);
        return isRefusal(error) && (credible || operation.has(Trait.READ_ONLY)) ? Outcome.REJECTED : Outcome.UNKNOWN;
    }

    private static boolean isRefusal(GatewayError error) {
        return error.httpStatus() >= 400 && error.httpStatus() < 500 && error.httpStatus() != REQUEST_TIMEOUT;
    }

    private String next(GatewayError error, Outcome outcome, @Nullable String advice) {
        if (outcome == Outcome.REJECTED) {
            if (error.httpStatus() == TOO_MANY_REQUESTS) {
                return "The gateway limits the rate of calls: call again later, and less often.";
            }
            return Advice.rejected(operation, advice);
        }
        String settle = call.uncertainty();
        if (error.httpStatus() == ACCEPTED) {
            return "The request was accepted and is still being processed. " + settle;
        }
        String undeclared = isRefusal(error) ? call.undeclaredAdvice(error.errorCode()) : null;
        return Advice.joined(settle, call.uncertainAdvice(error.errorCode()), undeclared);
    }

    private static String describe(GatewayError error) {
        return new ResponseSummary()
                .add("HTTP status", Integer.toString(error.httpStatus()))
                .add("code", error.errorCode())
                .addSentence("message", error.errorMessage())
                .add("request id", error.requestId())
                .toString();
    }

    InvalidResponseException invalid(TransportResponse response, String what, @Nullable Throwable cause) {
        return InvalidResponseException.builder()
                .message(call + ": " + what + " (" + ResponseSummary.of(response) + "). " + call.uncertainty())
                .httpStatus(response.status())
                .requestId(ResponseHeaders.requestId(response))
                .cause(cause)
                .build();
    }
}
