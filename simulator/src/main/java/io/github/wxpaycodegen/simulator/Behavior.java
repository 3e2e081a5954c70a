package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.http.Delivery;
import io.github.wxpaycodegen.simulator.internal.http.PendingRequest;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.v3.V3Headers;
import io.github.wxpaycodegen.simulator.internal.values.JsonPath;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A deviation of the gateway for one request; used by {@link Simulator#next}.
 *
 * <p>A field of a v3 response is named by its path: {@code goods[1].price}. Requests are validated first: a rejected
 * request gets its error, even if the behavior would change or sign the response differently. Delays, dropped
 * connections and fixed responses apply to every request.
 *
 * <p>A behavior applies to both protocols unless its description names one. {@link V3Behavior} has those of v3.
 */
public final class Behavior {
    private final ScriptedBehavior script;
    private final Optional<Scope> scope;
    private final Optional<ResponseEdit> edit;

    private Behavior(ScriptedBehavior script, Optional<Scope> scope, Optional<ResponseEdit> edit) {
        this.script = script;
        this.scope = scope;
        this.edit = edit;
    }

    /**
     * The only protocol to which a behavior applies.
     *
     * @param factory the method that creates the behavior, for messages
     * @param substitute the method that creates a similar behavior of the other protocol
     */
    private record Scope(Protocol protocol, String factory, String substitute) {
        /** Returns this scope if a protocol is outside of it. */
        Optional<Scope> excluding(Protocol other) {
            return protocol == other ? Optional.empty() : Optional.of(this);
        }
    }

    static Behavior of(ScriptedBehavior script) {
        return new Behavior(script, Optional.empty(), Optional.empty());
    }

    private static Behavior ofV2(String factory, String substitute, ScriptedBehavior script) {
        return new Behavior(script, Optional.of(new Scope(Protocol.V2, factory, substitute)), Optional.empty());
    }

    /** Returns this behavior for v3 paths only. */
    Behavior ofV3(String factory, String substitute) {
        return new Behavior(script, Optional.of(new Scope(Protocol.V3, factory, substitute)), edit);
    }

    /** Returns this behavior for responses that can have the changed part. */
    Behavior editing(ResponseEdit change) {
        return new Behavior(script, scope, Optional.of(change));
    }

    /**
     * Checks that this behavior changes responses of a path.
     *
     * @throws IllegalArgumentException if the protocol of the path is the other one, no response has the part that the
     *     behavior changes, or the value is not one of the field
     */
    void requireApplicable(String path, Endpoint endpoint, Types types) {
        Protocol protocol = endpoint.protocol();
        scope.flatMap(only -> only.excluding(protocol)).ifPresent((Scope only) -> {
            throw new IllegalArgumentException(only.factory() + " is for " + name(only.protocol()) + ", but " + path
                    + " is a path of " + name(protocol) + ": use " + only.substitute());
        });
        edit.ifPresent(change -> change.requireApplicable(path, endpoint, types));
    }

    private static String name(Protocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    ScriptedBehavior script() {
        return script;
    }

    /** Rejects a v2 call that passes the checks: {@code result_code} FAIL with this code and description, signed. */
    public static Behavior businessError(String code, String description) {
        ScriptedBehavior.Failure failure = new ScriptedBehavior.Failure(
                200, Arguments.required(code, "code"), Arguments.required(description, "description"));
        return ofV2("Behavior.businessError", "V3Behavior.error", new ScriptedBehavior() {
            @Override
            public Optional<Failure> v2Failure() {
                return Optional.of(failure);
            }
        });
    }

    /**
     * Responds with exactly these bytes.
     *
     * @throws IllegalArgumentException if the status is not from 200 to 599, or if the content type has characters that
     *     are not allowed in a header
     */
    public static Behavior respond(int status, String contentType, byte[] body) {
        byte[] content = Arguments.required(body, "body").clone();
        return fixed(Response.of(Arguments.status(status), Arguments.headerValue(contentType, "contentType"), content));
    }

    static Behavior fixed(Response response) {
        return of(new ScriptedBehavior() {
            @Override
            public Response replace(Response usual) {
                return response;
            }
        });
    }

    /** Responds with exactly this XML and status 200; nothing is added to it, and it is not signed. */
    public static Behavior respond(String xml) {
        byte[] body = Arguments.required(xml, "xml").getBytes(StandardCharsets.UTF_8);
        return respond(200, "text/xml; charset=utf-8", body);
    }

    /** Responds like a web server whose gateway is unreachable: status 502 with a page of HTML. */
    public static Behavior badGateway() {
        return fixed(Response.html(502, "Bad Gateway"));
    }

    /** Signs the response wrongly. */
    public static Behavior badSignature() {
        return of(new ScriptedBehavior() {
                    @Override
                    public void afterSigning(Map<String, String> fields) {
                        fields.computeIfPresent("sign", (name, sign) -> otherDigit(sign, "0", "1"));
                    }

                    @Override
                    public void editHeaders(Map<String, String> headers) {
                        headers.computeIfPresent(V3Headers.SIGNATURE, (name, sign) -> otherDigit(sign, "A", "B"));
                    }
                })
                .editing(ResponseEdit.ofSignature("Behavior.badSignature"));
    }

    /**
     * Changes the value of a field of the response after signing.
     *
     * @throws IllegalArgumentException if the name or the path of the field is malformed
     */
    public static Behavior tampered(String field, String value) {
        JsonPath path = JsonPath.of(Arguments.required(field, "field"));
        Arguments.required(value, "value");
        return of(new ScriptedBehavior() {
                    @Override
                    public void afterSigning(Map<String, String> fields) {
                        fields.put(field, value);
                    }

                    @Override
                    public void afterSigning(ObjectNode document) {
                        path.set(document, ScalarNode.of(value));
                    }
                })
                .editing(ResponseEdit.ofField("Behavior.tampered", ResponseEdit.Rule.NONE, path, ScalarNode.of(value)));
    }

    /** Omits {@code sign} from a v2 response, and all signature headers from a v3 response. */
    public static Behavior missingSignature() {
        return of(new ScriptedBehavior() {
                    @Override
                    public void afterSigning(Map<String, String> fields) {
                        fields.remove("sign");
                    }

                    @Override
                    public void editHeaders(Map<String, String> headers) {
                        headers.keySet().removeAll(V3Headers.ALL);
                    }
                })
                .editing(ResponseEdit.ofSignature("Behavior.missingSignature"));
    }

    /** Signs a v2 response correctly, but with MD5 if the request used HMAC-SHA256, and vice versa. */
    public static Behavior otherAlgorithm() {
        return ofV2("Behavior.otherAlgorithm", "Behavior.badSignature", new ScriptedBehavior() {
            @Override
            public boolean usesOtherAlgorithm() {
                return true;
            }
        });
    }

    /**
     * Adds a field to the response, before signing. {@link Simulator#next} checks that the response does not have it; {@link
     * #with} changes one that it has.
     *
     * @throws IllegalArgumentException if the name or the path of the field is malformed
     */
    public static Behavior unknownField(String name, String value) {
        return setting("Behavior.unknownField", ResponseEdit.Rule.UNDECLARED, Arguments.required(name, "name"), value);
    }

    /**
     * Sets a field of the response to a value that is not in its enum, before signing. {@link Simulator#next} checks that it is
     * not.
     *
     * @throws IllegalArgumentException if the name or the path of the field is malformed
     */
    public static Behavior unknownEnumValue(String field, String value) {
        return setting(
                "Behavior.unknownEnumValue",
                ResponseEdit.Rule.UNKNOWN_VALUE,
                Arguments.required(field, "field"),
                value);
    }

    /**
     * Sets a field of the response, before signing. {@link Simulator#next} checks that the spec declares the field, and that the
     * value is of its type and in its enum; {@link #unknownField} adds other fields, {@link #unknownEnumValue} sets other
     * values of an enum, and {@link V3Behavior#with} sets numbers, booleans and objects.
     *
     * @throws IllegalArgumentException if the name or the path of the field is malformed
     */
    public static Behavior with(String field, String value) {
        return setting(ResponseEdit.WITH, ResponseEdit.Rule.DECLARED, Arguments.required(field, "field"), value);
    }

    private static Behavior setting(String factory, ResponseEdit.Rule rule, String field, String value) {
        JsonPath path = JsonPath.of(field);
        Arguments.required(value, "value");
        return of(new ScriptedBehavior() {
                    @Override
                    public void beforeSigning(Map<String, String> fields) {
                        fields.put(field, value);
                    }

                    @Override
                    public void beforeSigning(ObjectNode document) {
                        path.set(document, ScalarNode.of(value));
                    }
                })
                .editing(ResponseEdit.ofField(factory, rule, path, ScalarNode.of(value)));
    }

    /**
     * Makes the response larger than this many bytes; it is correct otherwise.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public static Behavior oversized(int bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative (was " + bytes + ")");
        }
        return setting("Behavior.oversized", ResponseEdit.Rule.NONE, "padding", "x".repeat(bytes));
    }

    /**
     * Starts the response only after this time.
     *
     * @throws IllegalArgumentException if it is negative, or longer than 365 days
     */
    public static Behavior delay(Duration delay) {
        return delivery(Delivery.delayed(Arguments.duration(delay, "delay")));
    }

    /**
     * Sends the body of the response byte by byte, with this pause before each byte.
     *
     * @throws IllegalArgumentException if it is negative, or longer than 365 days
     */
    public static Behavior drip(Duration pause) {
        return delivery(Delivery.dripping(Arguments.duration(pause, "pause")));
    }

    /** Closes the connection properly in the middle of the response body. */
    public static Behavior truncated() {
        return delivery(Delivery.ending(Delivery.End.HALFWAY));
    }

    /**
     * Closes the connection in the middle of the response body, and nothing marks the end of the body: neither a length, nor
     * chunks, nor the close_notify of TLS. A careless client takes the body for complete.
     */
    public static Behavior unmarkedEnd() {
        return delivery(Delivery.ending(Delivery.End.HALFWAY_UNMARKED));
    }

    /** Drops the connection after the head of the request; its body is not read, and the request is not recorded. */
    public static Behavior dropDuringRequest() {
        return dropping(PendingRequest.Drop.DURING_REQUEST);
    }

    /** Drops the connection after the whole request was received, before any response. */
    public static Behavior dropAfterRequest() {
        return dropping(PendingRequest.Drop.AFTER_REQUEST);
    }

    /** Replaces the first character by one of the same kind, so that only a comparison can find the difference. */
    private static String otherDigit(String signature, String usual, String instead) {
        return (signature.startsWith(usual) ? instead : usual) + signature.substring(1);
    }

    private static Behavior delivery(Delivery delivery) {
        return of(new ScriptedBehavior() {
            @Override
            public Delivery delivery() {
                return delivery;
            }
        });
    }

    private static Behavior dropping(PendingRequest.Drop drop) {
        return of(new ScriptedBehavior() {
            @Override
            public PendingRequest.Drop drop() {
                return drop;
            }
        });
    }
}
