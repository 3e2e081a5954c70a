package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.v3.V3Error;
import io.github.wxpaycodegen.simulator.internal.v3.V3Headers;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.JsonPath;
import io.github.wxpaycodegen.simulator.internal.values.JsonText;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Deviations of the gateway for one v3 request, in addition to those of {@link Behavior}, which apply to both
 * protocols.
 */
public final class V3Behavior {
    private static final String UNKNOWN_SERIAL = "0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

    private V3Behavior() {}

    /** Rejects a call that passes the checks, with this status, code and message, signed. */
    public static Behavior error(int status, String code, String message) {
        ScriptedBehavior.Failure failure = new ScriptedBehavior.Failure(status, code, message);
        return Behavior.of(new ScriptedBehavior() {
            @Override
            public Optional<Failure> v3Failure() {
                return Optional.of(failure);
            }
        });
    }

    /** Accepts the call without completing it: status 202, signed. */
    public static Behavior accepted() {
        return error(202, "ACCEPTED", "已受理，请查询结果");
    }

    /** Rejects the call because of the rate limit: status 429 with the gateway's JSON, unsigned. */
    public static Behavior tooManyRequests() {
        byte[] body = JsonText.write(
                V3Error.of(429, "FREQUENCY_LIMITED", "频率超限，请降低请求频率").document());
        return Behavior.respond(429, "application/json; charset=utf-8", body);
    }

    /**
     * Rejects the call because of the rate limit of a web server in front of the gateway: status 429 with an HTML page.
     */
    public static Behavior tooManyRequestsPage() {
        return Behavior.fixed(Response.html(429, "Too Many Requests"));
    }

    /** Responds with an error whose body is not JSON. */
    public static Behavior plainError(int status, String text) {
        return Behavior.respond(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the platform's clock ahead, or back if negative; the response is signed correctly with that time. */
    public static Behavior clockSkew(Duration skew) {
        return Behavior.of(new ScriptedBehavior() {
            @Override
            public Duration clockSkew() {
                return skew;
            }
        });
    }

    /** Names a key in the response that the platform does not have. */
    public static Behavior unknownSerial() {
        return header(V3Headers.SERIAL, UNKNOWN_SERIAL);
    }

    /** Names this key in the response, whichever key signed it. */
    public static Behavior serial(String serial) {
        return header(V3Headers.SERIAL, serial);
    }

    /** Signs the response like those with which WeChat Pay tests whether clients verify signatures. */
    public static Behavior signTest() {
        return Behavior.of(new ScriptedBehavior() {
            @Override
            public void editHeaders(Map<String, String> headers) {
                headers.computeIfPresent(
                        V3Headers.SIGNATURE, (name, value) -> "WECHATPAY/SIGNTEST/" + value.substring(19));
            }
        });
    }

    /** Omits a header of the response: {@code Wechatpay-Nonce}, {@code Request-ID}, {@code Content-Type}. */
    public static Behavior missingHeader(String name) {
        return Behavior.of(new ScriptedBehavior() {
            @Override
            public void editHeaders(Map<String, String> headers) {
                headers.keySet().removeIf(name::equalsIgnoreCase);
            }
        });
    }

    /** Sets a header of the response. */
    public static Behavior header(String name, String value) {
        return Behavior.of(new ScriptedBehavior() {
            @Override
            public void editHeaders(Map<String, String> headers) {
                headers.put(name, value);
            }
        });
    }

    private static JsonNode read(String field, String json) {
        try {
            return JsonText.read(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the value of " + field + " must be JSON, a text within quotation marks (was " + json + ")", e);
        }
    }

    /**
     * Sets a field of the response, before signing.
     *
     * @param field by its path: {@code goods[1].price}
     * @param json the value as JSON: {@code 1}, {@code "text"}, {@code null}
     * @throws IllegalArgumentException if the value is not JSON, for instance a text without its quotation marks
     */
    public static Behavior with(String field, String json) {
        JsonNode value = read(field, json);
        return Behavior.of(new ScriptedBehavior() {
            @Override
            public void beforeSigning(ObjectNode document) {
                JsonPath.set(document, field, value);
            }
        });
    }
}
