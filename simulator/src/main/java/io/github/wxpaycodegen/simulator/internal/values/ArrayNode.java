package io.github.wxpaycodegen.simulator.internal.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A JSON list. */
public final class ArrayNode extends JsonNode {
    private final List<JsonNode> elements = new ArrayList<>();

    /** Appends an element. */
    public void add(JsonNode element) {
        elements.add(element);
    }

    /** Inserts an element at a position. */
    public void insert(int position, JsonNode element) {
        elements.add(position, element);
    }

    @Override
    ArrayNode deepCopy() {
        ArrayNode copy = new ArrayNode();
        elements.forEach(element -> copy.add(element.deepCopy()));
        return copy;
    }

    @Override
    @Nullable
    public JsonNode get(int position) {
        return position < elements.size() ? elements.get(position) : null;
    }

    @Override
    Collection<JsonNode> children() {
        return elements;
    }

    @Override
    public String asString() {
        return toString();
    }

    @Override
    void write(JsonGenerator out) {
        out.writeStartArray();
        elements.forEach(element -> element.write(out));
        out.writeEndArray();
    }
}
