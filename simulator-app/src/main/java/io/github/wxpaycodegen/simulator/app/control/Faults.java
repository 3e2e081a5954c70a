package io.github.wxpaycodegen.simulator.app.control;

import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The behaviors that can be programmed for a path, by their names in Java. */
final class Faults {
    /** The form of a parameter. */
    enum ParameterType {
        TEXT,
        NUMBER
    }

    /** A parameter of a fault. */
    record Parameter(String name, ParameterType type) {}

    /**
     * A kind of fault.
     *
     * @param protocol {@code v2} or {@code v3} if it is for one of them only; otherwise {@code any}
     */
    record Kind(String behavior, String protocol, List<Parameter> parameters) {}

    /** Creates the behavior of a fault. */
    @FunctionalInterface
    private interface Factory {
        Behavior create(Arguments arguments) throws ApiException;
    }

    private record Entry(Kind kind, Factory factory) {}

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Faults() {
        add(
                "error",
                "v3",
                a -> V3Behavior.error(a.status(), a.text("code"), a.text("message")),
                "#status",
                "code",
                "message");
        add(
                "businessError",
                "v2",
                a -> Behavior.businessError(a.text("code"), a.text("description")),
                "code",
                "description");
        add("delay", "any", a -> Behavior.delay(a.time("milliseconds")), "#milliseconds");
        add("dropAfterRequest", "any", a -> Behavior.dropAfterRequest());
        add("dropDuringRequest", "any", a -> Behavior.dropDuringRequest());
        add("truncated", "any", a -> Behavior.truncated());
        add("unmarkedEnd", "any", a -> Behavior.unmarkedEnd());
        add("drip", "any", a -> Behavior.drip(a.time("milliseconds")), "#milliseconds");
        add("oversized", "any", a -> Behavior.oversized(a.number("bytes", 1, 64 * 1024 * 1024)), "#bytes");
        add("badGateway", "any", a -> Behavior.badGateway());
        add("tooManyRequests", "v3", a -> V3Behavior.tooManyRequests());
        add("tooManyRequestsPage", "v3", a -> V3Behavior.tooManyRequestsPage());
        add("accepted", "v3", a -> V3Behavior.accepted());
        add("plainError", "v3", a -> V3Behavior.plainError(a.status(), a.text("text")), "#status", "text");
        add("badSignature", "any", a -> Behavior.badSignature());
        add("missingSignature", "any", a -> Behavior.missingSignature());
        add("otherAlgorithm", "v2", a -> Behavior.otherAlgorithm());
        add("signTest", "v3", a -> V3Behavior.signTest());
        add("unknownSerial", "v3", a -> V3Behavior.unknownSerial());
        add("serial", "v3", a -> V3Behavior.serial(a.headerText("serial")), "serial");
        add(
                "clockSkew",
                "v3",
                a -> V3Behavior.clockSkew(Duration.ofSeconds(a.number("seconds", -1_000_000_000, 1_000_000_000))),
                "#seconds");
        add("missingHeader", "v3", a -> V3Behavior.missingHeader(a.text("name")), "name");
        add("header", "v3", a -> V3Behavior.header(a.headerText("name"), a.headerText("value")), "name", "value");
        add("with", "any", a -> Behavior.with(a.text("field"), a.text("value")), "field", "value");
        add("withJson", "v3", Faults::withJson, "field", "json");
        add("tampered", "any", a -> Behavior.tampered(a.text("field"), a.text("value")), "field", "value");
        add("unknownField", "any", a -> Behavior.unknownField(a.text("name"), a.text("value")), "name", "value");
        add(
                "unknownEnumValue",
                "any",
                a -> Behavior.unknownEnumValue(a.text("field"), a.text("value")),
                "field",
                "value");
        add(
                "respond",
                "any",
                a -> Behavior.respond(
                        a.status(), a.headerText("contentType"), a.text("body").getBytes(StandardCharsets.UTF_8)),
                "#status",
                "contentType",
                "body");
    }

    private void add(String name, String protocol, Factory factory, String... parameters) {
        List<Parameter> typed = List.of(parameters).stream()
                .map(parameter -> parameter.startsWith("#")
                        ? new Parameter(parameter.substring(1), ParameterType.NUMBER)
                        : new Parameter(parameter, ParameterType.TEXT))
                .toList();
        entries.put(name, new Entry(new Kind(name, protocol, typed), factory));
    }

    private static Behavior withJson(Arguments arguments) throws ApiException {
        String json = arguments.text("json");
        try {
            return V3Behavior.with(arguments.text("field"), json);
        } catch (IllegalArgumentException e) {
            if (e.getCause() == null) {
                // The path of the field is malformed.
                throw ApiException.invalid(String.valueOf(e.getMessage()));
            }
            throw ApiException.invalid("json must be JSON, such as 1 or \"text\" (was " + json + ")");
        }
    }

    /** Returns all kinds. */
    List<Kind> kinds() {
        return entries.values().stream().map(Entry::kind).toList();
    }

    /**
     * Returns the behavior that a request describes.
     *
     * @throws ApiException if there is no such behavior or an argument is wrong
     */
    Behavior create(Arguments arguments) throws ApiException {
        String name = arguments.text("behavior");
        Entry entry = Optional.ofNullable(entries.get(name))
                .orElseThrow(() ->
                        ApiException.invalid("behavior must be one of " + entries.keySet() + " (was " + name + ")"));
        List<String> known = new ArrayList<>(List.of("path", "behavior"));
        entry.kind().parameters().forEach(parameter -> known.add(parameter.name()));
        arguments.allow(known);
        return entry.factory().create(arguments);
    }

    /** Returns a message of the simulator with the names of this API instead of those of Java. */
    static String withOwnNames(String message) {
        return message.replace("V3Behavior.with ", "withJson ").replaceAll("\\b(?:V3)?Behavior\\.(?=[a-z])", "");
    }

    /** Returns the longest wait that a fault may cause. */
    static Duration longest() {
        return LONGEST;
    }
}
