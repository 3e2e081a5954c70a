package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.util.Map;
import java.util.Optional;

/** Builds documents with only known values: a field is present only if its value is known. */
public final class KnownValues {
    private final Types types;
    private final TextRules textRules;
    private final SampleValues samples;

    /** Creates a builder that resolves types. */
    public KnownValues(Types types) {
        this.types = types;
        this.textRules = new TextRules(types);
        this.samples = new SampleValues(types);
    }

    /**
     * Returns the document of a shape.
     *
     * @param values by path; undeclared values and values of a wrong type are omitted
     */
    public ObjectNode document(ObjectShape shape, Map<String, String> values) {
        return object(shape, "", values);
    }

    private ObjectNode object(ObjectShape shape, String path, Map<String, String> values) {
        ObjectNode object = new ObjectNode();
        for (Field field : shape.fields()) {
            value(field, Flattened.member(path, field.name()), values)
                    .ifPresent(value -> object.set(field.name(), value));
        }
        return object;
    }

    private Optional<JsonNode> value(Field field, String path, Map<String, String> values) {
        if (!field.list() || field.wire().encoded().isPresent()) {
            return element(field, path, values);
        }
        ArrayNode list = new ArrayNode();
        Optional<JsonNode> next = element(field, Flattened.element(path, 0), values);
        while (next.isPresent()) {
            list.add(next.get());
            next = element(field, Flattened.element(path, list.size()), values);
        }
        return Optional.of((JsonNode) list).filter(found -> !found.isEmpty());
    }

    private Optional<JsonNode> element(Field field, String path, Map<String, String> values) {
        Optional<ObjectShape> shape = field.wire().encoded().isPresent() ? Optional.empty() : types.objectOf(field);
        if (shape.isPresent()) {
            return Optional.of((JsonNode) object(shape.get(), path, values)).filter(object -> !object.isEmpty());
        }
        String text = values.getOrDefault(path, "");
        boolean right = !text.isEmpty()
                && (field.wire().encoded().isPresent()
                        || textRules.typeProblem(field, text).isEmpty());
        return right ? Optional.of(samples.scalar(field, text)) : Optional.empty();
    }
}
