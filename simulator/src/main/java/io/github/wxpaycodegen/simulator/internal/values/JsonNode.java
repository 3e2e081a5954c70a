package io.github.wxpaycodegen.simulator.internal.values;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A JSON document, or a value in one. Iterates over the elements of a list, and over the values of an object.
 *
 * <p>It is not Jackson's own: databind needs the annotations of its version, and a test runs with those that the
 * dependency management of its project prescribes.
 */
public abstract sealed class JsonNode implements Iterable<JsonNode> permits ObjectNode, ArrayNode, ScalarNode {
    /** The elements of a list, the values of an object, or nothing. */
    abstract Collection<JsonNode> children();

    abstract void write(JsonGenerator out);

    /** Returns the same document, of which a change does not reach this one. */
    abstract JsonNode deepCopy();

    /** The text of a scalar, empty for null; of a list or an object its JSON. */
    public abstract String asString();

    /** The members of an object in their order; none of anything else. */
    public Set<Map.Entry<String, JsonNode>> properties() {
        return Set.of();
    }

    /** The member of this name; null if this has none. */
    @Nullable
    public JsonNode get(String name) {
        return null;
    }

    /** The element at this position; null if this has none. */
    @Nullable
    public JsonNode get(int position) {
        return null;
    }

    /**
     * Returns the member of this name.
     *
     * @throws NoSuchElementException if there is none
     */
    public JsonNode required(String name) {
        return present(get(name), name);
    }

    /**
     * Returns the element at this position.
     *
     * @throws NoSuchElementException if there is none
     */
    public JsonNode required(int position) {
        return present(get(position), position);
    }

    private static JsonNode present(@Nullable JsonNode value, Object place) {
        if (value == null) {
            throw new NoSuchElementException("JSON value " + place);
        }
        return value;
    }

    public boolean has(String name) {
        return get(name) != null;
    }

    public int size() {
        return children().size();
    }

    public boolean isEmpty() {
        return children().isEmpty();
    }

    public boolean isObject() {
        return this instanceof ObjectNode;
    }

    public boolean isArray() {
        return this instanceof ArrayNode;
    }

    public boolean isContainer() {
        return isObject() || isArray();
    }

    public boolean isString() {
        return is(ScalarNode.Kind.STRING);
    }

    boolean isNumber() {
        return is(ScalarNode.Kind.INTEGER) || is(ScalarNode.Kind.DECIMAL);
    }

    boolean isIntegralNumber() {
        return is(ScalarNode.Kind.INTEGER);
    }

    boolean isBoolean() {
        return is(ScalarNode.Kind.BOOLEAN);
    }

    public boolean isNull() {
        return is(ScalarNode.Kind.NULL);
    }

    private boolean is(ScalarNode.Kind kind) {
        return this instanceof ScalarNode scalar && scalar.kind() == kind;
    }

    @Override
    public Iterator<JsonNode> iterator() {
        return children().iterator();
    }

    /** The document as JSON. */
    @Override
    public String toString() {
        return new String(JsonText.write(this), StandardCharsets.UTF_8);
    }
}
