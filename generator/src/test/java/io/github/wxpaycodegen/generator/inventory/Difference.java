package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Message.FieldLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where a spec and the inventory differ.
 *
 * @param message the operation or notification
 * @param place of the field; {@code -} for the message as a whole
 * @param aspect {@code type}, {@code required}...; {@code presence} where one of the two has no such field
 * @param documented what the inventory has, {@code none} if it has nothing
 * @param specified what the spec has, {@code none} if it has nothing
 */
record Difference(String message, String place, String aspect, String documented, String specified) {
    private static final String NONE = "none";
    private static final String WHOLE = "-";

    static List<Difference> between(List<Message> documented, List<Message> specified) {
        List<Difference> found = new ArrayList<>();
        Map<String, Message> specs = new LinkedHashMap<>();
        specified.forEach(message -> specs.put(message.name(), message));
        for (Message message : documented) {
            Message spec = specs.remove(message.name());
            if (spec == null) {
                found.add(new Difference(message.name(), WHOLE, "presence", "yes", NONE));
            } else {
                compare(message.name(), WHOLE, message.headers(), spec.headers(), found);
                fields(message, spec, found);
            }
        }
        specs.keySet().forEach(name -> found.add(new Difference(name, WHOLE, "presence", NONE, "yes")));
        return found;
    }

    private static void fields(Message documented, Message specified, List<Difference> found) {
        Map<String, Map<String, String>> specs = new HashMap<>();
        specified.fields().forEach(field -> specs.put(field.place(), field.aspects()));
        TreeSet<String> extra = new TreeSet<>(specs.keySet());
        for (FieldLine field : documented.fields()) {
            extra.remove(field.place());
            Map<String, String> spec = specs.get(field.place());
            if (spec == null) {
                found.add(new Difference(documented.name(), field.place(), "presence", "yes", NONE));
            } else {
                compare(documented.name(), field.place(), field.aspects(), spec, found);
            }
        }
        extra.forEach(place -> found.add(new Difference(documented.name(), place, "presence", NONE, "yes")));
    }

    private static void compare(
            String message,
            String place,
            Map<String, String> documented,
            Map<String, String> specified,
            List<Difference> found) {
        TreeSet<String> aspects = new TreeSet<>(documented.keySet());
        aspects.addAll(specified.keySet());
        for (String aspect : aspects) {
            String was = documented.getOrDefault(aspect, NONE);
            String is = specified.getOrDefault(aspect, NONE);
            if (!was.equals(is)) {
                found.add(new Difference(message, place, aspect, was, is));
            }
        }
    }

    @Override
    public String toString() {
        return String.join(" ; ", message, place, aspect + ": " + documented + " -> " + specified);
    }
}
