package io.github.wxpaycodegen.runtime.internal.v2;

import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
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
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.download.PlainText;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Verifies a v2 response, and converts it to a message or an exception. The same map is verified and converted. */
final class V2ResponseReader<R> {
    private static final String SUCCESS = "SUCCESS";
    private static final String FAIL = "FAIL";
    private static final int SERVER_ERROR = 500;
    private static final String NEITHER = "the response is neither a file nor an error of the protocol";

    private final Call<R> call;
    private final Operation<?, R> operation;
    private final SignType signType;
    private final Echoes echoes;
    private final ClientSettings config;

    V2ResponseReader(Call<R> call, V2Request request, ClientSettings config) {
        this.call = call;
        this.operation = call.operation();
        this.signType = request.signType();
        this.echoes = request.echoes();
        this.config = config;
    }

    WxPayResponse<R> read(TransportResponse response) {
        return switch (operation.responseKind()) {
            case JSON -> readJson(response);
            case FILE -> V2File.isXml(response.body()) ? readXml(response) : readFile(response);
            default -> readXml(response);
        };
    }

    /** Returns the exception for a response that is not the requested file. */
    WxPayException noFile(TransportResponse response) {
        try {
            read(response);
        } catch (WxPayException e) {
            return e;
        }
        return invalid(response, NEITHER, null);
    }

    @SuppressWarnings("unchecked") // generated operations that return files have this type
    private WxPayResponse<R> readFile(TransportResponse response) {
        if (response.status() >= 300 || !V2File.isPlausible(response.body())) {
            throw invalid(response, NEITHER, null);
        }
        if (!response.delimited() && !PlainText.isGzip(response.body())) {
            throw invalid(
                    response,
                    "the file ended with its connection, without a length, so it may have been cut off",
                    null);
        }
        DownloadedFile file = new DownloadedFile(response.body(), ResponseHeaders.first(response, "Content-Type"));
        return WxPayResponse.of(response.status(), response.headers(), response.body(), (R) file);
    }

    /** Parses JSON with its own error codes, which only {@code /appauth/getaccesstoken} returns. */
    private WxPayResponse<R> readJson(TransportResponse response) {
        Map<String, Object> fields = new LinkedHashMap<>();
        try {
            JsonDocument.read(response.body()).forEach((name, value) -> fields.put(name, value == null ? "" : value));
        } catch (IllegalArgumentException e) {
            throw invalid(response, "the response is not a JSON object", e);
        }
        Object code = fields.get("retcode");
        if (response.status() >= 300 || (code != null && !code.toString().equals("0"))) {
            throw error(response, fields, false);
        }
        return bound(response, fields);
    }

    private WxPayResponse<R> bound(TransportResponse response, Map<String, Object> fields) {
        echoes.findDifference(fields).ifPresent(difference -> {
            throw invalid(response, difference, null);
        });
        R value = operation
                .readFrom()
                .apply(FieldReader.received(
                        fields, text -> FieldCrypto.decrypt(config.merchant().privateKey(), text)));
        return WxPayResponse.of(response.status(), response.headers(), response.body(), value);
    }

    private WxPayResponse<R> readXml(TransportResponse response) {
        Map<String, Object> fields = parse(response);
        String returnCode = text(fields, "return_code");
        String resultCode = text(fields, "result_code");
        boolean taken = SUCCESS.equals(returnCode);
        boolean signed = verify(response, fields, taken);
        if (returnCode == null && !operation.has(Trait.UNSIGNED_RESPONSE)) {
            throw invalid(response, "the response has no return_code", null);
        }
        if (response.status() >= 300
                || (returnCode != null && !taken)
                || (resultCode != null && !SUCCESS.equals(resultCode))) {
            throw error(response, fields, signed);
        }
        if (operation.responseKind() == Operation.ResponseKind.FILE) {
            throw invalid(response, "the response is XML without an error, but a file was requested", null);
        }
        return bound(response, fields);
    }

    private Map<String, Object> parse(TransportResponse response) {
        if (operation.has(Trait.CLIENT_CERTIFICATE) && CertificateRefusal.isIn(response)) {
            throw refusedCertificate(response);
        }
        try {
            return V2Xml.read(response.body(), "xml", operation.nestedElements());
        } catch (XmlFormatException e) {
            throw invalid(response, "the response cannot be read: " + e.getMessage(), e);
        }
    }

    private GatewayException refusedCertificate(TransportResponse response) {
        GatewayError error = error(response, Map.of());
        return error.toException(Outcome.REJECTED, operation + ": " + CertificateRefusal.explain(config.mchid()), null);
    }

    /**
     * Returns true if the response is signed.
     *
     * @throws InvalidResponseException if the signature is wrong, or missing where it is required
     */
    private boolean verify(TransportResponse response, Map<String, Object> fields, boolean taken) {
        if (!fields.containsKey("sign")) {
            if (taken && !operation.has(Trait.UNSIGNED_RESPONSE)) {
                throw invalid(response, "the response is not signed", null);
            }
            return false;
        }
        String sign = Objects.requireNonNullElse(text(fields, "sign"), "");
        if (SignType.ofSignature(sign) != signType) {
            throw invalid(
                    response, "the response is not signed with " + signType.value() + ", as the request was", null);
        }
        V2Signer signer = Objects.requireNonNull(config.v2().signer());
        if (!signer.verify(flat(fields), signType, sign)) {
            throw invalid(
                    response,
                    "the signature of the response is wrong: it was changed in transit, or v2Key is not this"
                            + " merchant's",
                    null);
        }
        return true;
    }

    private static Map<String, String> flat(Map<String, Object> fields) {
        Map<String, String> flat = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof String text) {
                flat.put(name, text);
            }
        });
        return flat;
    }

    private static GatewayError error(TransportResponse response, Map<String, Object> fields) {
        return new GatewayError(
                response.status(),
                text(fields, "return_code"),
                text(fields, "return_msg"),
                text(fields, "result_code"),
                first(fields, "err_code", "error_code", "retcode"),
                first(fields, "err_code_des", "error_code_des", "retmsg"),
                null,
                ResponseHeaders.requestId(response),
                RetryAfter.of(response),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    private GatewayException error(TransportResponse response, Map<String, Object> fields, boolean signed) {
        GatewayError error = error(response, fields);
        Outcome outcome = outcome(error, signed);
        String advice = call.advice(error.errorCode());
        String next = next(error, outcome, advice, signed);
        return error.toException(
                outcome,
                operation + ": the gateway returned " + describe(error) + ". " + next,
                outcome == Outcome.UNKNOWN ? next : advice);
    }

    private String next(GatewayError error, Outcome outcome, @Nullable String advice, boolean signed) {
        if (outcome == Outcome.REJECTED) {
            return advice == null && error.errorCode() == null
                    ? "The gateway rejected the " + (operation.has(Trait.READ_ONLY) ? "query" : "request")
                            + "; see return_msg."
                    : Advice.rejected(operation, advice);
        }
        boolean certain = error.httpStatus() < SERVER_ERROR && !isUncertain(error.errorCode());
        String unproven = certain && !signed ? "The response is not signed, so it proves no rejection. " : "";
        String settle = unproven + call.uncertainty();
        // An error without a signature, or with status 500 or above, proves nothing, whatever its caller declares.
        String undeclared =
                signed && error.httpStatus() < SERVER_ERROR ? call.undeclaredAdvice(error.errorCode()) : null;
        return Advice.joined(settle, call.uncertainAdvice(error.errorCode()), undeclared);
    }

    private boolean isUncertain(@Nullable String code) {
        return code != null && operation.isUncertainAfter(code, call.advice(code) != null);
    }

    private Outcome outcome(GatewayError error, boolean signed) {
        if (error.httpStatus() >= SERVER_ERROR || isUncertain(error.errorCode())) {
            return Outcome.UNKNOWN;
        }
        // Anyone in the network path could have forged an unsigned error. For a query, that has no consequence.
        // A signature does not cover the status: a signed success with the status of an error is not a rejection.
        boolean failed = FAIL.equals(error.returnCode()) || FAIL.equals(error.resultCode());
        return (signed && failed) || operation.has(Trait.READ_ONLY) ? Outcome.REJECTED : Outcome.UNKNOWN;
    }

    private static String describe(GatewayError error) {
        return new ResponseSummary()
                .add("return_code", error.returnCode())
                .addSentence("return_msg", error.returnMsg())
                .add("result_code", error.resultCode())
                .add("err_code", error.errorCode())
                .addSentence("err_code_des", error.errorMessage())
                .add("HTTP status", Integer.toString(error.httpStatus()))
                .add("request id", error.requestId())
                .toString();
    }

    private InvalidResponseException invalid(
            TransportResponse response, @Nullable String what, @Nullable Throwable cause) {
        return InvalidResponseException.builder()
                .message(operation + ": " + what + " (" + ResponseSummary.of(response) + "). " + call.uncertainty())
                .httpStatus(response.status())
                .requestId(ResponseHeaders.requestId(response))
                .cause(cause)
                .build();
    }

    private static @Nullable String first(Map<String, Object> fields, String... names) {
        for (String name : names) {
            String value = text(fields, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String text(Map<String, Object> fields, String name) {
        Object value = fields.get(name);
        if (value instanceof BigDecimal number) {
            // As received: in plain digits, 1e999999999 would exhaust the memory.
            return number.toString();
        }
        return value instanceof String text && !text.isEmpty() ? text : null;
    }
}
