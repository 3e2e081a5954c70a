package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * Calls of endpoints that have no spec yet: {@code pay.raw()}. The request is sent as written: no field is filled in
 * from the configuration, and none is validated. Signing, verification, deadline, options and outcome work as in other
 * calls.
 *
 * <pre>{@code
 * WxPayResponse<String> order = pay.raw().v3("GET", "/v3/pay/transactions/out-trade-no/A1").query("mchid", mchid).send();
 * WxPayResponse<String> bank = pay.raw().v2("/mmpaysptrans/query_bank")
 *         .field("mch_id", mchid).field("partner_trade_no", "A1")
 *         .clientCertificate()
 *         .send();
 * }</pre>
 *
 * <p>Exceptions and logs show the path with openids masked.
 */
public final class RawCalls {
    private final ReloadableCaller caller;
    private final CallOptions options;

    RawCalls(ReloadableCaller caller, CallOptions options) {
        this.caller = caller;
        this.options = options;
    }

    /**
     * Starts a call of v3, or of a brand if the path begins with {@code /brand/}.
     *
     * @param method the HTTP method, in capitals
     * @param path with the values of its templates, percent-encoded, without a host and without a query
     * @throws InvalidRequestException if there is no such method, or the path does not belong to v3
     * @throws NullPointerException if an argument is null
     */
    public RawV3Call v3(String method, String path) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(path, "path");
        RawPath.requireV3(path);
        for (HttpMethod known : HttpMethod.values()) {
            if (known.name().equals(method)) {
                return new RawV3Call(caller, options, known, path);
            }
        }
        throw InvalidRequestException.builder("The raw call")
                .problem("method must be one of " + Arrays.toString(HttpMethod.values()) + " (was \"" + method + "\")")
                .build();
    }

    /**
     * Starts a call of v2, which posts XML.
     *
     * @param path as on the wire, without {@code /v2}: {@code /pay/orderquery}
     * @throws InvalidRequestException if the path does not belong to v2
     * @throws NullPointerException if the path is null
     */
    public RawV2Call v2(String path) {
        Objects.requireNonNull(path, "path");
        RawPath.requireV2(path);
        return new RawV2Call(caller, options, path);
    }

    /** Returns the same response with the text of its body as value. */
    static WxPayResponse<String> text(WxPayResponse<String> response) {
        byte[] body = response.rawBody();
        return WxPayResponse.of(
                response.httpStatus(), response.headers(), body, new String(body, StandardCharsets.UTF_8));
    }
}
