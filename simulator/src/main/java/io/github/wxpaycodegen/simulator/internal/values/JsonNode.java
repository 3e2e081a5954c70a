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
 * A JSON document, or a value in it. Iterates over the elements of a list, and over the values of an object.
 *
 * <p>Jackson's own nodes are not used, because databind requires a certain version of its annotations, but a test runs
 * with the version that its project manages.
 */
public abstract sealed class JsonNode implements Iterable<JsonNode> permits ObjectNode, ArrayNode, ScalarNode {
    /** Returns the elements of a list or the values of an object; nothing for scalars. */
    abstract Collection<JsonNode> children();

    abstract void write(JsonGenerator out);

    /** Returns a copy whose changes do not affect this document. */
    abstract JsonNode deepCopy();

    /** Returns the text of a scalar, which is empty for null; the JSON of a list or an object. */
    public abstract String asString();

    /** Returns the members of an object in their order; none if it is not an object. */
    public Set<Map.Entry<String, JsonNode>> properties() {
        return Set.of();
    }

    /** Returns the member with a name; null if there is none. */
    @Nullable
    public JsonNode get(String name) {
        return null;
    }

    /** Returns the element at a position; null if there is none. */
    @Nullable
    public JsonNode get(int position) {
        return null;
    }

    /**
     * Returns the member with a name.
     *
     * @throws NoSuchElementException if there is none
     */
    public JsonNode required(String name) {
        return present(get(name), name);
    }

    /**
     * Returns the element at a position.
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

    /** Returns true if there is a member with a name. */
    public boolean has(String name) {
        return get(name) != null;
    }

    /** Returns the number of elements or members. */
    public int size() {
        return children().size();
    }

    /** Returns true if there are no elements or members. */
    public boolean isEmpty() {
        return children().isEmpty();
    }

    /** Returns true if this is an object. */
    public boolean isObject() {
        return this instanceof ObjectNode;
    }

    /** Returns true if this is a list. */
    public boolean isArray() {
        return this instanceof ArrayNode;
    }

    /** Returns true if this is an object or a list. */
    public boolean isContainer() {
        return isObject() || isArray();
    }

    /** Returns true if this is a string. */
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

    /** Returns true if this is null. */
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

    /** Returns the document as JSON. */
    @Override
    public String toString() {
        return new String(JsonText.write(this), StandardCharsets.UTF_8);
    }
}
