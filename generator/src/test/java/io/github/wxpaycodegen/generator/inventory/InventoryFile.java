package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Message.FieldLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The inventory of what the official documentation has: a line names an operation, lines with {@code !} tell of it as a
 * whole, and each other line tells of a field. {@code request.bill_type string required enum=ALL|SUCCESS}.
 */
final class InventoryFile {
    private InventoryFile() {}

    static List<Message> read(Path file) {
        List<Message> messages = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("! ")) {
                String[] header = line.substring(2).split(" ", 2);
                last(messages).header(header[0], header[1]);
            } else if (line.matches("(path|query|header|request|response|error|body|resource|reply)\\..*")) {
                last(messages).fields().add(field(line));
            } else {
                messages.add(new Message(line));
            }
        }
        return messages;
    }

    /** The values of an enum, whatever their order. */
    static String values(Iterable<String> values) {
        TreeSet<String> sorted = new TreeSet<>();
        values.forEach(sorted::add);
        return String.join("|", sorted);
    }

    private static FieldLine field(String line) {
        Map<String, String> aspects = new LinkedHashMap<>();
        // The values of an enum may have spaces in them, so they come last.
        String[] parts = line.split(" enum=", 2);
        String[] words = parts[0].split(" ");
        aspects.put("type", words[1]);
        for (int i = 2; i < words.length; i++) {
            String[] aspect = words[i].split("=", 2);
            aspects.put(aspect[0], aspect.length == 1 ? "yes" : aspect[1]);
        }
        if (parts.length == 2) {
            aspects.put("enum", values(List.of(parts[1].split("\\|"))));
        }
        return new FieldLine(words[0], aspects);
    }

    private static Message last(List<Message> messages) {
        return messages.get(messages.size() - 1);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
