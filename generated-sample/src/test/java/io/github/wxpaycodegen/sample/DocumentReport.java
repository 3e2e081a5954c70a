package io.github.wxpaycodegen.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reports what the typed classes make of documents of your own: a file with a JSON object a line, see {@link TypedDocument}. */
final class DocumentReport {
    private DocumentReport() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, JsonNode> operations = TypedApi.index();
        Map<String, JsonNode> notifications = TypedApi.notificationIndex();
        Map<String, List<Boolean>> clean = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            JsonNode entry = new JsonMapper().readTree(line);
            String part = entry.get("part").asString();
            List<String> problems;
            try {
                problems = TypedDocument.of(stripped(entry), operations, notifications)
                        .problems();
            } catch (Exception e) {
                problems = List.of("cannot be read: " + e);
            }
            clean.computeIfAbsent(part, p -> new ArrayList<>()).add(problems.isEmpty());
            problems.forEach(problem -> System.out.println(entry.get("op").asString() + " " + part + ": " + problem));
        }
        clean.forEach((part, all) -> {
            long good = all.stream().filter(c -> c).count();
            System.out.printf("%s: %d of %d clean (%.1f %%)%n", part, good, all.size(), 100.0 * good / all.size());
        });
    }

    /** Without the blanks around a text, with which documents of pages are often copied. */
    private static JsonNode stripped(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(member -> object.set(member.getKey(), stripped(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(stripped(element)));
            return array;
        }
        return value.isString()
                ? JsonNodeFactory.instance.stringNode(value.asString().strip())
                : value;
    }
}
