package io.github.wxpaycodegen.simulator.internal.values;

/** Paths in JSON documents: {@code goods[1].price}. */
public final class JsonPath {
    private JsonPath() {}

    /**
     * Sets the value at a path, which must be a member of an object.
     *
     * @throws IllegalArgumentException if there is no object at the path
     */
    public static void set(ObjectNode document, String path, JsonNode value) {
        String[] steps = path.replace("]", "").split("[.\\[]");
        JsonNode place = document;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = place.isArray() ? place.get(Integer.parseInt(steps[i])) : place.get(steps[i]);
            place = next == null ? ScalarNode.NULL : next;
        }
        if (!(place instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the response has no object that can contain " + path);
        }
        object.set(steps[steps.length - 1], value);
    }
}
