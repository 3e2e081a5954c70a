package io.github.wxpaycodegen.simulator.internal.values;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A JSON object; members are in the order in which they were first set. */
public final class ObjectNode extends JsonNode {
    private final Map<String, JsonNode> members = new LinkedHashMap<>();

    public ObjectNode set(String name, JsonNode value) {
        members.put(name, value);
        return this;
    }

    public ObjectNode put(String name, String value) {
        return set(name, ScalarNode.of(value));
    }

    public ObjectNode put(String name, long value) {
        return set(name, ScalarNode.of(value));
    }

    public ObjectNode putObject(String name) {
        ObjectNode object = new ObjectNode();
        set(name, object);
        return object;
    }

    public ArrayNode putArray(String name) {
        ArrayNode list = new ArrayNode();
        set(name, list);
        return list;
    }

    public void remove(String name) {
        members.remove(name);
    }

    @Override
    public ObjectNode deepCopy() {
        ObjectNode copy = new ObjectNode();
        members.forEach((name, value) -> copy.set(name, value.deepCopy()));
        return copy;
    }

    @Override
    @Nullable
    public JsonNode get(String name) {
        return members.get(name);
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> properties() {
        return members.entrySet();
    }

    @Override
    Collection<JsonNode> children() {
        return members.values();
    }

    @Override
    public String asString() {
        return toString();
    }

    @Override
    void write(JsonGenerator out) {
        out.writeStartObject();
        members.forEach((name, value) -> {
            out.writeName(name);
            value.write(out);
        });
        out.writeEndObject();
    }
}
