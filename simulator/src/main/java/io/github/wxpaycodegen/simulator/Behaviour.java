package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway does with one request instead of answering it properly; given to {@link Simulator#next}.
 *
 * <p>A field of a v3 answer is named by its path: {@code goods[1].price}. Request checks come first: a request that is refused gets its refusal, whatever answer was to be changed or signed
 * otherwise. Delays, drops and canned answers apply to every request.
 */
public abstract class Behaviour {
    /** At which point of an exchange the connection breaks. */
    enum Drop {
        NEVER,
        DURING_REQUEST,
        AFTER_REQUEST
    }

    Behaviour() {}

    /** A v2 call is taken and refused: {@code result_code} FAIL with this code and description, signed. */
    public static Behaviour businessError(String code, String description) {
        V2Refusal.Business error = new V2Refusal.Business(code, description);
        return new Behaviour() {
            @Override
            Optional<V2Refusal.Business> businessError() {
                return Optional.of(error);
            }
        };
    }

    /** Answers with exactly these bytes. */
    public static Behaviour answer(int status, String contentType, byte[] body) {
        return canned(Answer.of(status, contentType, body.clone()));
    }

    /** Answers with exactly this. */
    static Behaviour canned(Answer canned) {
        return new Behaviour() {
            @Override
            Answer answer(Answer usual) {
                return canned;
            }
        };
    }

    /** Answers with this XML and status 200; nothing is added to it, no signature either. */
    public static Behaviour answer(String xml) {
        return answer(200, "text/xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers as a web server does whose gateway is away: status 502 with a page of HTML. */
    public static Behaviour badGateway() {
        return canned(Answer.html(502, "Bad Gateway"));
    }

    /** The signature of the answer is not that of its fields. */
    public static Behaviour badSignature() {
        return new Behaviour() {
            @Override
            void afterSigning(Map<String, String> fields) {
                fields.computeIfPresent("sign", (name, sign) -> otherDigit(sign, "0", "1"));
            }

            @Override
            void editHeaders(Map<String, String> headers) {
                headers.computeIfPresent(V3Headers.SIGNATURE, (name, sign) -> otherDigit(sign, "A", "B"));
            }
        };
    }

    /** A field of the answer has another value than the one that was signed. */
    public static Behaviour tampered(String field, String value) {
        return new Behaviour() {
            @Override
            void afterSigning(Map<String, String> fields) {
                fields.put(field, value);
            }

            @Override
            void afterSigning(ObjectNode document) {
                JsonPath.set(document, field, ScalarNode.of(value));
            }
        };
    }

    /** The answer has no {@code sign}; in v3 no header of the signature. */
    public static Behaviour missingSignature() {
        return new Behaviour() {
            @Override
            void afterSigning(Map<String, String> fields) {
                fields.remove("sign");
            }

            @Override
            void editHeaders(Map<String, String> headers) {
                headers.keySet().removeAll(V3Headers.ALL);
            }
        };
    }

    /** A v2 answer is rightly signed, but with MD5 where the request had HMAC-SHA256, and the reverse. */
    public static Behaviour otherAlgorithm() {
        return new Behaviour() {
            @Override
            SignType algorithm(SignType requested) {
                return requested == SignType.MD5 ? SignType.HMAC_SHA256 : SignType.MD5;
            }
        };
    }

    /** The answer has one more field, which is signed too. */
    public static Behaviour unknownField(String name, String value) {
        return with(name, value);
    }

    /** A field of the answer has a value that its enum does not know; it is signed. */
    public static Behaviour unknownEnumValue(String field, String value) {
        return with(field, value);
    }

    /** A field of the answer has this value, which is signed: for a test that needs it. */
    public static Behaviour with(String field, String value) {
        return new Behaviour() {
            @Override
            void beforeSigning(Map<String, String> fields) {
                fields.put(field, value);
            }

            @Override
            void beforeSigning(ObjectNode document) {
                JsonPath.set(document, field, ScalarNode.of(value));
            }
        };
    }

    /** The answer is right in everything, but larger than this many bytes. */
    public static Behaviour oversized(int bytes) {
        return with("padding", "x".repeat(bytes));
    }

    /** The answer begins only after this time. */
    public static Behaviour delay(Duration delay) {
        return delivery(Delivery.delayed(delay));
    }

    /** The body of the answer comes byte by byte, with this pause before each. */
    public static Behaviour drip(Duration pause) {
        return delivery(Delivery.dripping(pause));
    }

    /** The connection ends, properly closed, in the middle of the body. */
    public static Behaviour truncated() {
        return delivery(Delivery.ending(Delivery.End.HALFWAY));
    }

    /**
     * The body ends halfway with its connection, and nothing marks its end: neither a length, nor chunks, nor the close_notify
     * of TLS. A careless client takes it for whole.
     */
    public static Behaviour unmarkedEnd() {
        return delivery(Delivery.ending(Delivery.End.HALFWAY_UNMARKED));
    }

    /** The connection breaks after the head of the request; its body is not read. Such a request is not recorded. */
    public static Behaviour dropDuringRequest() {
        return dropping(Drop.DURING_REQUEST);
    }

    /** The connection breaks when the whole request is there, before any answer. */
    public static Behaviour dropAfterRequest() {
        return dropping(Drop.AFTER_REQUEST);
    }

    /** The usual behaviour. */
    static Behaviour usual() {
        return new Behaviour() {};
    }

    Drop drop() {
        return Drop.NEVER;
    }

    Optional<V2Refusal.Business> businessError() {
        return Optional.empty();
    }

    void beforeSigning(Map<String, String> fields) {}

    SignType algorithm(SignType requested) {
        return requested;
    }

    void afterSigning(Map<String, String> fields) {}

    Answer answer(Answer usual) {
        return usual;
    }

    Optional<V3Error> v3Error() {
        return Optional.empty();
    }

    /** By how much the platform's clock is ahead. */
    Duration clockSkew() {
        return Duration.ZERO;
    }

    void beforeSigning(ObjectNode document) {}

    void afterSigning(ObjectNode document) {}

    void editHeaders(Map<String, String> headers) {}

    Delivery delivery() {
        return Delivery.PROMPT;
    }

    /** Another first digit in the same place: the form stays right, so only the comparison can find it. */
    private static String otherDigit(String signature, String usual, String instead) {
        return (signature.startsWith(usual) ? instead : usual) + signature.substring(1);
    }

    private static Behaviour delivery(Delivery delivery) {
        return new Behaviour() {
            @Override
            Delivery delivery() {
                return delivery;
            }
        };
    }

    private static Behaviour dropping(Drop drop) {
        return new Behaviour() {
            @Override
            Drop drop() {
                return drop;
            }
        };
    }
}
