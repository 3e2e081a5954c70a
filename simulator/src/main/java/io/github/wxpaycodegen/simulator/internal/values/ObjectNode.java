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

    /** Sets a member and returns this object. */
    public ObjectNode set(String name, JsonNode value) {
        members.put(name, value);
        return this;
    }

    /** Sets a string and returns this object. */
    public ObjectNode put(String name, String value) {
        return set(name, ScalarNode.of(value));
    }

    /** Sets an integer and returns this object. */
    public ObjectNode put(String name, long value) {
        return set(name, ScalarNode.of(value));
    }

    /** Sets a member to a new object and returns the new object. */
    public ObjectNode putObject(String name) {
        ObjectNode object = new ObjectNode();
        set(name, object);
        return object;
    }

    /** Sets a member to a new list and returns the list. */
    public ArrayNode putArray(String name) {
        ArrayNode list = new ArrayNode();
        set(name, list);
        return list;
    }

    /** Removes a member if it is present. */
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
