package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.simulator.internal.gateway.ScriptedBehavior;
import io.github.wxpaycodegen.simulator.internal.http.Delivery;
import io.github.wxpaycodegen.simulator.internal.http.PendingRequest;
import io.github.wxpaycodegen.simulator.internal.http.Response;
import io.github.wxpaycodegen.simulator.internal.specs.Similarity;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.v3.V3Headers;
import io.github.wxpaycodegen.simulator.internal.values.FlatNames;
import io.github.wxpaycodegen.simulator.internal.values.JsonPath;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
    /** The name of an XML element, without the characters that have a meaning in the path of a field. */
    private static final Pattern ELEMENT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

    private static final String WITH = "Behavior.with";

    /** Fields that responses have beside those of their spec. */
    private static final Map<Protocol, List<String>> COMMON = Map.of(
            Protocol.V2,
            List.of(
                    "return_code",
                    "return_msg",
                    "result_code",
                    "err_code",
                    "err_code_des",
                    "appid",
                    "mch_id",
                    "sub_appid",
                    "sub_mch_id",
                    "device_info",
                    "nonce_str",
                    "sign",
                    "sign_type"),
            Protocol.V3,
            List.of("code", "message", "detail"));

    private final ScriptedBehavior script;
    private final Optional<Scope> scope;
    private final Optional<Edit> edit;

    private Behavior(ScriptedBehavior script, Optional<Scope> scope, Optional<Edit> edit) {
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

    /**
     * A change of a part that not every response has.
     *
     * @param factory the method that creates the behavior, for messages
     * @param field the field that changes; empty if none does
     */
    private record Edit(String factory, Part part, Optional<JsonPath> field) {}

    private enum Part {
        FIELD("a field", "fields") {
            @Override
            boolean isIn(Protocol protocol, Operation operation) {
                return switch (operation.response().kind()) {
                    case XML, JSON -> true;
                    // The simulator responds in v2 with XML.
                    case EMPTY -> protocol == Protocol.V2;
                    case ACCEPTED, STREAM, REDIRECT -> false;
                };
            }
        },
        SIGNATURE("the signature", "signature") {
            @Override
            boolean isIn(Protocol protocol, Operation operation) {
                boolean signed =
                        switch (operation.response().kind()) {
                            case XML, EMPTY, ACCEPTED -> true;
                            case JSON, STREAM -> protocol == Protocol.V3;
                            case REDIRECT -> false;
                        };
                return signed && !operation.security().responseUnsigned();
            }
        };

        private final String changed;
        private final String missing;

        Part(String changed, String missing) {
            this.changed = changed;
            this.missing = missing;
        }

        abstract boolean isIn(Protocol protocol, Operation operation);
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

    /** Returns this behavior for responses that can have a field. */
    Behavior ofField(String factory, JsonPath field) {
        return new Behavior(script, scope, Optional.of(new Edit(factory, Part.FIELD, Optional.of(field))));
    }

    private Behavior ofSignature(String factory) {
        return new Behavior(script, scope, Optional.of(new Edit(factory, Part.SIGNATURE, Optional.empty())));
    }

    /**
     * Checks that this behavior changes responses of a path.
     *
     * @throws IllegalArgumentException if the protocol of the path is the other one, or no response has the part that the
     *     behavior changes
     */
    void requireApplicable(String path, Endpoint endpoint, Types types) {
        Protocol protocol = endpoint.protocol();
        scope.flatMap(only -> only.excluding(protocol)).ifPresent((Scope only) -> {
            throw new IllegalArgumentException(only.factory() + " is for " + name(only.protocol()) + ", but " + path
                    + " is a path of " + name(protocol) + ": use " + only.substitute());
        });
        edit.ifPresent((Edit change) -> {
            Part part = change.part();
            if (endpoint.operations().stream().noneMatch(each -> part.isIn(protocol, each))) {
                throw new IllegalArgumentException(change.factory() + " changes " + part.changed
                        + ", but the response of " + path + " has no " + part.missing + ": use Behavior.respond");
            }
            change.field().ifPresent(field -> requireParent(path, endpoint, types, change.factory(), field));
        });
    }

    /** Checks that a response of a path may have the object that contains a field. */
    private static void requireParent(String path, Endpoint endpoint, Types types, String factory, JsonPath field) {
        List<Operation> operations = endpoint.operations().stream()
                .filter(each -> Part.FIELD.isIn(endpoint.protocol(), each))
                .toList();
        if (endpoint.protocol() == Protocol.V2
                && operations.stream().noneMatch(each -> each.response().kind() == ResponseKind.JSON)) {
            if (!ELEMENT.matcher(field.toString()).matches()) {
                throw new IllegalArgumentException(factory + " sets " + field + ", but a response of " + path
                        + " has only elements with a plain name: use one, or Behavior.respond");
            }
            requireDeclared(
                    path,
                    endpoint,
                    factory,
                    field,
                    operations.stream()
                            .flatMap(each -> FlatNames.of(each.response().shape(), types).stream())
                            .toList());
            return;
        }
        List<Optional<String>> missing = operations.stream()
                .map(each -> field.missingIn(types, each.response().shape()))
                .toList();
        if (missing.stream().allMatch(Optional::isPresent)) {
            // The longest is that of the response which has most of the path.
            String part = missing.stream()
                    .flatMap(Optional::stream)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("fields");
            throw new IllegalArgumentException(factory + " sets " + field + ", but the response of " + path + " has no "
                    + part + ": check the path of the field, or use Behavior.respond");
        }
        requireDeclared(
                path,
                endpoint,
                factory,
                field,
                operations.stream()
                        .flatMap(each -> field.declaredIn(types, each.response().shape()).stream())
                        .toList());
    }

    /** A misspelled field would be added, and the one that is meant would keep its value. */
    private static void requireDeclared(
            String path, Endpoint endpoint, String factory, JsonPath field, List<String> declared) {
        String name = field.name();
        boolean common = COMMON.getOrDefault(endpoint.protocol(), List.of()).contains(field.toString());
        if (!factory.equals(WITH) || common || declared.stream().anyMatch(each -> FlatNames.matches(each, name))) {
            return;
        }
        String nearest = Similarity.mostSimilar(name, declared)
                .map(each -> "did you mean " + each + "? ")
                .orElse("");
        throw new IllegalArgumentException(factory + " sets " + field + ", but the response of " + path
                + " declares no such field: " + nearest + "Behavior.unknownField adds one");
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
                .ofSignature("Behavior.badSignature");
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
                .ofField("Behavior.tampered", path);
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
                .ofSignature("Behavior.missingSignature");
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
     * Adds a field to the response, before signing.
     *
     * @throws IllegalArgumentException if the name or the path of the field is malformed
     */
    public static Behavior unknownField(String name, String value) {
        return setting("Behavior.unknownField", Arguments.required(name, "name"), value);
    }

    /**
     * Sets a field of the response to a value that is not in its enum, before signing.
     *
     * @throws IllegalArgumentException if the name or the path of the field is malformed
     */
    public static Behavior unknownEnumValue(String field, String value) {
        return setting("Behavior.unknownEnumValue", Arguments.required(field, "field"), value);
    }

    /**
     * Sets a field of the response, before signing. {@link Simulator#next} checks that the spec declares the field; {@link
     * #unknownField} adds others.
     *
     * @throws IllegalArgumentException if the name or the path of the field is malformed
     */
    public static Behavior with(String field, String value) {
        return setting(WITH, Arguments.required(field, "field"), value);
    }

    private static Behavior setting(String factory, String field, String value) {
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
                .ofField(factory, path);
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
        return setting("Behavior.oversized", "padding", "x".repeat(bytes));
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
