package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Pages;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.keys.V3Caller;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.values.ArrayNode;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.KnownValues;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import io.github.wxpaycodegen.simulator.internal.values.SampleOmissions;
import io.github.wxpaycodegen.simulator.internal.values.SamplePage;
import io.github.wxpaycodegen.simulator.internal.values.SampleValues;
import io.github.wxpaycodegen.simulator.internal.values.ScalarNode;
import io.github.wxpaycodegen.simulator.internal.values.TextRules;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bodies of v3 responses, with a value in every field: that of the request if it has one at that path, or else a
 * sample.
 */
public final class V3Responses {
    private final Types types;
    private final TextRules textRules;
    private final SampleValues samples;
    private final KnownValues knownValues;
    private final Map<String, String> identity;
    private final PublicKey callerKey;

    /**
     * Creates the responses for a caller.
     *
     * @param caller the account whose key encrypts the encrypted fields
     */
    public V3Responses(Operations operations, V3Caller caller, String appid) {
        this.types = operations.types();
        this.textRules = new TextRules(types);
        this.samples = new SampleValues(types);
        this.knownValues = new KnownValues(types);
        this.identity = new HashMap<>(Map.of("appid", appid, caller.idName(), caller.id()));
        operations.callerFields(caller.root()).forEach(name -> identity.put(name, caller.id()));
        this.callerKey = caller.publicKey();
    }

    /**
     * Returns a response as its reader should see it, before encryption.
     *
     * @param request the fields of body, query and path, by path
     */
    public ObjectNode plain(ObjectShape shape, Map<String, String> request) {
        return object(shape, "", request);
    }

    /**
     * Returns the response of an operation, with the fields that it repeats from the request.
     *
     * @param request the declared fields of body, query and path, by path
     */
    public ObjectNode plain(Operation operation, Map<String, String> request) {
        ObjectNode plain = plain(operation.response().shape(), request);
        for (Field field : operation.response().shape().fields()) {
            String given = request.getOrDefault(field.name(), "");
            if (operation.effects().echoes().contains(field.name()) && !given.isEmpty()) {
                // Even if the value is invalid for the response's field, because the spec guarantees the repetition.
                plain.set(field.name(), samples.scalar(field, given));
            }
        }
        SamplePage.of(operation, request).ifPresent(page -> complete(operation, page, plain, request));
        new SampleOmissions(types, operation, request)
                .removeFrom(operation.response().shape(), plain);
        return plain;
    }

    /** Puts the page that the request chose in place of the usual sample list. */
    private void complete(Operation operation, SamplePage page, ObjectNode plain, Map<String, String> request) {
        Pages pages = page.pages();
        for (Field field : operation.response().shape().fields()) {
            if (field.name().equals(pages.items())) {
                plain.set(field.name(), items(field, page, request));
            }
        }
        pages.total().ifPresent(name -> plain.put(name, SamplePage.TOTAL));
        pages.next().ifPresent(plain::remove);
        pages.next().ifPresent(name -> page.next().ifPresent(token -> plain.put(name, token)));
    }

    private ArrayNode items(Field field, SamplePage page, Map<String, String> request) {
        ArrayNode list = new ArrayNode();
        for (int i = 0; i < page.items(); i++) {
            JsonNode item = element(field, Flattened.element(field.name(), i), request);
            list.add(distinct(field, item, page, i));
        }
        return list;
    }

    private JsonNode distinct(Field field, JsonNode item, SamplePage page, int position) {
        Optional<ObjectShape> shape = inner(field);
        if (shape.isEmpty()) {
            return samples.scalar(field, page.distinct(item.asString(), position));
        }
        distinguish(shape.get(), (ObjectNode) item, page, position);
        return item;
    }

    /** Changes a field of an item, or of the first object in it that has one to change. */
    private boolean distinguish(ObjectShape shape, ObjectNode object, SamplePage page, int position) {
        Optional<Field> member = SamplePage.distinctField(shape);
        if (member.isPresent()) {
            String name = member.get().name();
            String value = page.distinct(object.required(name).asString(), position);
            object.set(name, samples.scalar(member.get(), value));
            return true;
        }
        return shape.fields().stream()
                .anyMatch(field -> object.get(field.name()) instanceof ObjectNode part
                        && inner(field)
                                .filter(of -> distinguish(of, part, page, position))
                                .isPresent());
    }

    /**
     * Returns a response with only known values: a field is present only if its value is known.
     *
     * @param values by path; those of lists by the path of their elements
     */
    public ObjectNode known(ObjectShape shape, Map<String, String> values) {
        return knownValues.document(shape, values);
    }

    /** Returns a response with its encrypted fields encrypted. */
    public ObjectNode encrypted(ObjectShape shape, ObjectNode plain) {
        ObjectNode object = plain.deepCopy();
        for (Field field : shape.fields()) {
            // A response with only known values lacks some fields.
            if (plain.has(field.name())) {
                object.set(field.name(), encrypted(field, object.required(field.name())));
            }
        }
        return object;
    }

    private JsonNode encrypted(Field field, JsonNode value) {
        if (V3TextRules.isEncrypted(field)) {
            return ciphertext(value);
        }
        Optional<ObjectShape> shape = inner(field);
        if (shape.isEmpty()) {
            return value;
        }
        if (value instanceof ObjectNode object) {
            return encrypted(shape.get(), object);
        }
        ArrayNode list = new ArrayNode();
        value.forEach(element -> list.add(encrypted(shape.get(), (ObjectNode) element)));
        return list;
    }

    /** Encrypts a value, or each element of a list. */
    private JsonNode ciphertext(JsonNode value) {
        if (!value.isArray()) {
            return ScalarNode.of(Suite.of(callerKey).encryptField(callerKey, value.asString()));
        }
        ArrayNode list = new ArrayNode();
        value.forEach(element -> list.add(ciphertext(element)));
        return list;
    }

    private ObjectNode object(ObjectShape shape, String path, Map<String, String> request) {
        ObjectNode object = new ObjectNode();
        for (Field field : shape.fields()) {
            object.set(field.name(), value(field, Flattened.member(path, field.name()), request));
        }
        return object;
    }

    private JsonNode value(Field field, String path, Map<String, String> request) {
        if (field.wire().encoded().isPresent()) {
            return ScalarNode.of(samples.text(field, field.name()));
        }
        if (!field.list()) {
            return element(field, path, request);
        }
        ArrayNode list = new ArrayNode();
        for (int i = 0; i < SampleValues.elements(field); i++) {
            list.add(element(field, Flattened.element(path, i), request));
        }
        return list;
    }

    private JsonNode element(Field field, String path, Map<String, String> request) {
        Optional<ObjectShape> shape = inner(field);
        if (shape.isPresent()) {
            return object(shape.get(), path, request);
        }
        String given = request.getOrDefault(path, identity.getOrDefault(path, ""));
        boolean echoes = !given.isEmpty() && textRules.problem(field, given).isEmpty();
        return echoes ? samples.scalar(field, given) : samples.scalar(field);
    }

    private Optional<ObjectShape> inner(Field field) {
        return field.wire().encoded().isPresent() ? Optional.empty() : types.objectOf(field);
    }
}
