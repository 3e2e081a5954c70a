package io.github.wxpaycodegen.generator.openapi;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** An object of the document. Its members stand in the order in which they were added; what is absent or empty is left out. */
final class Node {
    private static final Object ABSENT = new Object();

    private final Map<String, Object> members = new LinkedHashMap<>();

    static Node of(String name, Object value) {
        return new Node().with(name, value);
    }

    /**
     * Adds a member.
     *
     * @param value a node, a map, a collection, a text, a number, a boolean, or an {@link Optional} of one
     */
    Node with(String name, Object value) {
        Object plain = plain(value);
        boolean isEmpty = plain == ABSENT
                || (plain instanceof Collection<?> collection && collection.isEmpty())
                || (plain instanceof Map<?, ?> map && map.isEmpty());
        if (!isEmpty) {
            members.put(name, plain);
        }
        return this;
    }

    /** Adds {@code true} where it holds. */
    Node flag(String name, boolean holds) {
        return holds ? with(name, true) : this;
    }

    /** Adds all members of another object. */
    Node withAll(Node other) {
        members.putAll(other.members);
        return this;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    Map<String, Object> toMap() {
        return members;
    }

    private static Object plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? plain(optional.get()) : ABSENT;
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? (Object) optional.getAsInt() : ABSENT;
        } else if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? (Object) optional.getAsLong() : ABSENT;
        } else if (value instanceof Node node) {
            return node.toMap();
        } else if (value instanceof Collection<?> collection) {
            return collection.stream().map(Node::plain).toList();
        } else if (value instanceof BigDecimal decimal) {
            // A whole number as a decimal would be tagged in YAML.
            return decimal.stripTrailingZeros().scale() <= 0
                    ? decimal.toBigIntegerExact()
                    : new BigDecimal(decimal.toPlainString());
        }
        return value;
    }
}
