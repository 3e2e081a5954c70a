package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.message.FieldReader;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A whole document as a caller or WeChat Pay would send it, and what its typed class makes of it.
 *
 * <p>A document is clean if every field of it has a typed place, every value fits its type, every enum value is known,
 * and, of a request, if its class would build it.
 */
record TypedDocument(Class<?> type, boolean request, Map<String, Object> fields, Set<String> givenElsewhere) {
    private static final Pattern PARENT = Pattern.compile("<([a-z_]+)>\\s*(?=<[a-z])");

    /** The client signs v2 requests itself. */
    private static final Set<String> SIGNATURE = Set.of("sign", "nonce_str", "workwx_sign");

    /** Problem of a missing header: names of fields have no capitals. */
    private static final Pattern MISSING_HEADER = Pattern.compile("[A-Z]\\w*(-\\w+)* is required");

    /**
     * Reads an entry with the keys {@code op}, {@code part} (a request, a response or a notification),
     * {@code document} (an object, or a text of XML) and, optionally, {@code params}: the names of parameters of the path
     * and query, which stand in no document. Headers do not either.
     */
    static TypedDocument of(JsonNode entry, Map<String, JsonNode> operations, Map<String, JsonNode> notifications)
            throws Exception {
        String op = entry.get("op").asString();
        String part = entry.get("part").asString();
        JsonNode known =
                part.equals("notification") ? notifications.get(op.replaceFirst("^NOTIFY ", "")) : operations.get(op);
        if (known == null) {
            throw new IllegalArgumentException("no such operation or notification: " + op);
        }
        Class<?> type = Class.forName(
                known.get(part.equals("notification") ? "content" : part).asString());
        boolean v2 = op.matches("[A-Z]+ /v2/.*|NOTIFY v2 .*");
        Map<String, Object> fields = fields(entry.get("document"));
        if (v2) {
            // Also where XML is written as JSON.
            fields.replaceAll(
                    (name, value) -> value instanceof Number || value instanceof Boolean ? value.toString() : value);
        }
        if (v2 && part.equals("request")) {
            fields.keySet().removeAll(SIGNATURE);
        }
        Set<String> elsewhere = new HashSet<>();
        if (entry.has("params")) {
            entry.get("params").forEach(name -> elsewhere.add(name.asString()));
        }
        return new TypedDocument(type, part.equals("request"), fields, elsewhere);
    }

    private static Map<String, Object> fields(JsonNode document) throws Exception {
        if (!document.isString()) {
            return new LinkedHashMap<>(JsonDocument.read(document.toString().getBytes(StandardCharsets.UTF_8)));
        }
        String xml = document.asString().strip();
        Set<String> nested =
                PARENT.matcher(xml).results().map(match -> match.group(1)).collect(Collectors.toSet());
        return new LinkedHashMap<>(V2Xml.read(xml.getBytes(StandardCharsets.UTF_8), "xml", nested));
    }

    /** Returns what is not clean about it, each with its place; empty if nothing is. */
    List<String> problems() throws Exception {
        FieldReader in = FieldReader.received(fields, text -> text);
        Message message =
                (Message) type.getMethod("readFrom", FieldReader.class).invoke(null, in);
        List<String> problems = new ArrayList<>();
        collect("", message, problems);
        if (request) {
            build(message, problems);
        }
        return problems;
    }

    private void build(Message message, List<String> problems) throws Exception {
        Object builder = type.getMethod("toBuilder").invoke(message);
        try {
            builder.getClass().getMethod("build").invoke(builder);
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof InvalidRequestException invalid)) {
                throw e;
            }
            invalid.problems().stream()
                    .filter(problem -> givenElsewhere.stream().noneMatch(name -> problem.startsWith(name + " ")))
                    .filter(problem -> !MISSING_HEADER.matcher(problem).matches())
                    .forEach(problems::add);
        }
    }

    private static void collect(String at, Message message, List<String> problems) throws Exception {
        collectUnrecognized(at, message, problems);
        message.unknownFields().asMap().forEach((name, text) -> {
            // An empty text says that there is no value.
            if (!text.isEmpty()) {
                problems.add(at + name + " has no typed place: " + text);
            }
        });
        message.writeTo((FieldWriter) Proxy.newProxyInstance(
                FieldWriter.class.getClassLoader(),
                new Class<?>[] {FieldWriter.class},
                (proxy, method, arguments) -> field(proxy, method, arguments, at, problems)));
    }

    private static Object field(Object proxy, Method method, Object[] arguments, String at, List<String> problems)
            throws Exception {
        if (method.getReturnType() == FieldWriter.class) {
            return proxy;
        }
        String name = at + arguments[0];
        List<?> values =
                arguments[1] instanceof List<?> list ? list : arguments[1] == null ? List.of() : List.of(arguments[1]);
        for (Object value : values) {
            if (value instanceof Message nested) {
                collect(name + ".", nested, problems);
            }
        }
        return null;
    }

    /** The accessor of an enum stands beside one of its wire value, whose name is longer. */
    private static void collectUnrecognized(String at, Message message, List<String> problems) throws Exception {
        for (Method accessor : message.getClass().getMethods()) {
            boolean holdsConstants = accessor.getReturnType().isEnum() || accessor.getReturnType() == List.class;
            if (!holdsConstants || accessor.getParameterCount() > 0 || Modifier.isStatic(accessor.getModifiers())) {
                continue;
            }
            Object value = accessor.invoke(message);
            List<?> constants = value instanceof List<?> list ? list : Arrays.asList(value);
            for (int i = 0; i < constants.size(); i++) {
                if (constants.get(i) instanceof Enum<?> constant
                        && constant.name().equals("UNRECOGNIZED")) {
                    String wireName = accessor.getName() + (value instanceof List<?> ? "Values" : "Value");
                    Object wire = message.getClass().getMethod(wireName).invoke(message);
                    Object text = wire instanceof List<?> list ? list.get(i) : wire;
                    if (!text.toString().isEmpty()) {
                        problems.add(at + accessor.getName() + " has an unknown value: " + text);
                    }
                }
            }
        }
    }
}
