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
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * Deviations of the gateway for one v3 request, in addition to those of {@link Behavior}. {@link Simulator#next} rejects
 * them for v2 paths.
 */
public final class V3Behavior {
    private static final String UNKNOWN_SERIAL = "0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";
    private static final Duration MAX_SKEW = Duration.ofDays(365_000);

    private V3Behavior() {}

    /**
     * Rejects a call that passes the checks, with this status, code and message, signed.
     *
     * @throws IllegalArgumentException if the status is not one of an error, from 400 to 599
     */
    public static Behavior error(int status, String code, String message) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("the status of an error must be from 400 to 599 (was " + status + ")");
        }
        return failing(status, Arguments.required(code, "code"), Arguments.required(message, "message"))
                .ofV3("V3Behavior.error", "Behavior.businessError");
    }

    private static Behavior failing(int status, String code, String message) {
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
        return failing(202, "ACCEPTED", "已受理，请查询结果").ofV3("V3Behavior.accepted", "Behavior.businessError");
    }

    /** Rejects the call because of the rate limit: status 429 with the gateway's JSON, unsigned. */
    public static Behavior tooManyRequests() {
        byte[] body = JsonText.write(
                V3Error.of(429, "FREQUENCY_LIMITED", "频率超限，请降低请求频率").document());
        return Behavior.respond(429, "application/json; charset=utf-8", body)
                .ofV3("V3Behavior.tooManyRequests", "Behavior.businessError");
    }

    /**
     * Rejects the call because of the rate limit of a web server in front of the gateway: status 429 with an HTML page.
     */
    public static Behavior tooManyRequestsPage() {
        return Behavior.fixed(Response.html(429, "Too Many Requests"))
                .ofV3("V3Behavior.tooManyRequestsPage", "Behavior.respond");
    }

    /**
     * Responds with an error whose body is not JSON.
     *
     * @throws IllegalArgumentException if the status is not from 200 to 599
     */
    public static Behavior plainError(int status, String text) {
        byte[] body = Arguments.required(text, "text").getBytes(StandardCharsets.UTF_8);
        return Behavior.respond(status, "text/plain; charset=utf-8", body)
                .ofV3("V3Behavior.plainError", "Behavior.respond");
    }

    /**
     * Sets the platform's clock ahead, or back if negative; the response is signed correctly with that time.
     *
     * @throws IllegalArgumentException if it is more than 365,000 days
     */
    public static Behavior clockSkew(Duration skew) {
        Arguments.required(skew, "skew");
        if (skew.compareTo(MAX_SKEW) > 0 || skew.compareTo(MAX_SKEW.negated()) < 0) {
            throw new IllegalArgumentException(
                    "skew must be at most " + MAX_SKEW.toDays() + " days in either direction (was " + skew + ")");
        }
        return Behavior.of(new ScriptedBehavior() {
                    @Override
                    public Duration clockSkew() {
                        return skew;
                    }
                })
                .ofV3("V3Behavior.clockSkew", "Behavior.badSignature");
    }

    /** Names a key in the response that the platform does not have. */
    public static Behavior unknownSerial() {
        return setting(V3Headers.SERIAL, UNKNOWN_SERIAL).ofV3("V3Behavior.unknownSerial", "Behavior.badSignature");
    }

    /**
     * Names this key in the response, whichever key signed it.
     *
     * @throws IllegalArgumentException if it has characters that are not allowed in a header
     */
    public static Behavior serial(String serial) {
        return setting(V3Headers.SERIAL, Arguments.headerValue(serial, "serial"))
                .ofV3("V3Behavior.serial", "Behavior.badSignature");
    }

    /** Signs the response like those with which WeChat Pay tests whether clients verify signatures. */
    public static Behavior signTest() {
        return editing(headers -> headers.computeIfPresent(
                        V3Headers.SIGNATURE, (name, value) -> "WECHATPAY/SIGNTEST/" + value.substring(19)))
                .ofV3("V3Behavior.signTest", "Behavior.badSignature");
    }

    /**
     * Omits a header of the response: {@code Wechatpay-Nonce}, {@code Request-ID}, {@code Content-Type}.
     *
     * @throws IllegalArgumentException if no header can have this name
     */
    public static Behavior missingHeader(String name) {
        Arguments.headerName(name);
        return editing(headers -> headers.keySet().removeIf(name::equalsIgnoreCase))
                .ofV3("V3Behavior.missingHeader", "Behavior.respond");
    }

    /**
     * Sets a header of the response.
     *
     * @throws IllegalArgumentException if the name or the value has characters that HTTP does not allow there, such as a
     *     line break
     */
    public static Behavior header(String name, String value) {
        return setting(Arguments.headerName(name), Arguments.headerValue(value, "value"))
                .ofV3("V3Behavior.header", "Behavior.respond");
    }

    private static Behavior setting(String name, String value) {
        return editing(headers -> headers.put(name, value));
    }

    private static Behavior editing(Consumer<Map<String, String>> edit) {
        return Behavior.of(new ScriptedBehavior() {
            @Override
            public void editHeaders(Map<String, String> headers) {
                edit.accept(headers);
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
     * Sets a field of the response, before signing. {@link Simulator#next} checks it as that of {@link Behavior#with}.
     *
     * @param field by its path: {@code goods[1].price}
     * @param json the value as JSON: {@code 1}, {@code "text"}, {@code null}
     * @throws IllegalArgumentException if the path is malformed, or if the value is not JSON, for instance a text without its
     *     quotation marks
     */
    public static Behavior with(String field, String json) {
        JsonPath path = JsonPath.of(Arguments.required(field, "field"));
        JsonNode value = read(field, Arguments.required(json, "json"));
        return Behavior.of(new ScriptedBehavior() {
                    @Override
                    public void beforeSigning(ObjectNode document) {
                        path.set(document, value);
                    }
                })
                .editing(ResponseEdit.ofField("V3Behavior.with", ResponseEdit.Rule.DECLARED, path, value))
                .ofV3("V3Behavior.with", "Behavior.with");
    }
}
