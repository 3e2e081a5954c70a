package io.github.wxpaycodegen.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway does with one v3 request instead of answering it properly; those of {@link Behaviour} that say
 * nothing else go for v3 too.
 */
public final class V3Behaviour {
    private static final String UNKNOWN_SERIAL = "0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

    private V3Behaviour() {}

    /** The gateway takes the call and refuses it with this status, code and message, signed. */
    public static Behaviour error(int status, String code, String message) {
        V3Error error = V3Error.of(status, code, message);
        return new Behaviour() {
            @Override
            Optional<V3Error> v3Error() {
                return Optional.of(error);
            }
        };
    }

    /** The call is accepted and not done yet: status 202, signed. */
    public static Behaviour accepted() {
        return error(202, "ACCEPTED", "已受理，请查询结果");
    }

    /** The caller calls too often: status 429 with the gateway's JSON, unsigned. The call is not looked at. */
    public static Behaviour tooManyRequests() {
        byte[] body = JsonText.write(
                V3Error.of(429, "FREQUENCY_LIMITED", "频率超限，请降低请求频率").document());
        return Behaviour.answer(429, "application/json; charset=utf-8", body);
    }

    /** The same from a server before the gateway: status 429 with a page of HTML. */
    public static Behaviour tooManyRequestsPage() {
        return Behaviour.canned(Answer.html(429, "Too Many Requests"));
    }

    /** An error whose body is no JSON. */
    public static Behaviour plainError(int status, String text) {
        return Behaviour.answer(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The platform's clock is ahead by this much, or behind where negative; the answer is rightly signed by it. */
    public static Behaviour clockSkew(Duration skew) {
        return new Behaviour() {
            @Override
            Duration clockSkew() {
                return skew;
            }
        };
    }

    /** The answer names a key that the platform does not have. */
    public static Behaviour unknownSerial() {
        return header(V3Headers.SERIAL, UNKNOWN_SERIAL);
    }

    /** The answer names this key, whichever signed it. */
    public static Behaviour serial(String serial) {
        return header(V3Headers.SERIAL, serial);
    }

    /** The signature is one of those by which WeChat Pay tests whether its callers verify. */
    public static Behaviour signTest() {
        return new Behaviour() {
            @Override
            void editHeaders(Map<String, String> headers) {
                headers.computeIfPresent(
                        V3Headers.SIGNATURE, (name, value) -> "WECHATPAY/SIGNTEST/" + value.substring(19));
            }
        };
    }

    /** The answer lacks a header: {@code Wechatpay-Nonce}, {@code Request-ID}, {@code Content-Type}. */
    public static Behaviour missingHeader(String name) {
        return new Behaviour() {
            @Override
            void editHeaders(Map<String, String> headers) {
                headers.keySet().removeIf(name::equalsIgnoreCase);
            }
        };
    }

    /** A header of the answer has this value. */
    public static Behaviour header(String name, String value) {
        return new Behaviour() {
            @Override
            void editHeaders(Map<String, String> headers) {
                headers.put(name, value);
            }
        };
    }

    /**
     * A field of the answer has this value, which is signed.
     *
     * @param field by its path: {@code goods[1].price}
     * @param json the value as JSON: {@code 1}, {@code "text"}, {@code null}
     */
    public static Behaviour with(String field, String json) {
        JsonNode value = JsonText.read(json);
        return new Behaviour() {
            @Override
            void beforeSigning(ObjectNode document) {
                JsonPath.set(document, field, value);
            }
        };
    }
}
