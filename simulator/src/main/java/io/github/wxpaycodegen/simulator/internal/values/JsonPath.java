package io.github.wxpaycodegen.simulator.internal.values;

/** A place in a JSON document: {@code goods[1].price}. */
public final class JsonPath {
    private JsonPath() {}

    /**
     * Puts a value at a path, whose last step is a member of an object.
     *
     * @throws IllegalArgumentException if the document has no object there
     */
    public static void set(ObjectNode document, String path, JsonNode value) {
        String[] steps = path.replace("]", "").split("[.\\[]");
        JsonNode place = document;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = place.isArray() ? place.get(Integer.parseInt(steps[i])) : place.get(steps[i]);
            place = next == null ? ScalarNode.NULL : next;
        }
        if (!(place instanceof ObjectNode object)) {
            throw new IllegalArgumentException("the answer has no object to put " + path + " into");
        }
        object.set(steps[steps.length - 1], value);
    }
}
