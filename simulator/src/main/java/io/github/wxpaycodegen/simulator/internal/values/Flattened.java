package io.github.wxpaycodegen.simulator.internal.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts JSON documents to text by path: {@code goods[1].price}. */
public final class Flattened {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Flattened() {}

    /** Returns the values of a document in their order. An empty object or list is a value, too. */
    public static Map<String, String> of(JsonNode document) {
        Flattened flattened = new Flattened();
        flattened.addMembers("", document);
        return flattened.fields;
    }

    /** Returns the values of a part of a document that is at a path. */
    public static Map<String, String> of(String path, JsonNode value) {
        Flattened flattened = new Flattened();
        flattened.add(path, value);
        return flattened.fields;
    }

    /** Returns the path of a member of the object at a path. */
    public static String member(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Returns the path of an element of the list at a path. */
    public static String element(String path, int position) {
        return path + "[" + position + "]";
    }

    /** Returns the fields of each element of the list at a path, by their path within the element. */
    public static List<Map<String, String>> elements(Map<String, String> fields, String path) {
        List<Map<String, String>> elements = new ArrayList<>();
        for (Map<String, String> next = within(fields, element(path, 0));
                !next.isEmpty();
                next = within(fields, element(path, elements.size()))) {
            elements.add(next);
        }
        return elements;
    }

    /** Returns the fields of the object at a path, by their path within it. */
    public static Map<String, String> within(Map<String, String> fields, String path) {
        Map<String, String> inner = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(path + ".")) {
                inner.put(name.substring(path.length() + 1), value);
            }
        });
        return inner;
    }

    private void add(String path, JsonNode value) {
        if (value.isContainer() && !value.isEmpty()) {
            addMembers(path, value);
        } else {
            fields.put(path, value.isContainer() ? value.toString() : value.asString());
        }
    }

    private void addMembers(String path, JsonNode container) {
        container.properties().forEach(member -> add(member(path, member.getKey()), member.getValue()));
        for (int i = 0; container.isArray() && i < container.size(); i++) {
            add(element(path, i), container.required(i));
        }
    }
}
