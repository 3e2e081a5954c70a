package io.github.wxpaycodegen.generator.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where the specs differ from the inventory on purpose, and why. A line has four parts: {@code message ; place ; aspect:
 * documented -> specified ; reason}. In the first two {@code *} stands for any text; for one of the two values too.
 */
record Deviation(String line, Pattern message, Pattern place, Pattern change) {
    static List<Deviation> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Deviation::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Deviation parse(String line) {
        String[] parts = line.split(" ; ", -1);
        if (parts.length != 4 || parts[3].isBlank()) {
            throw new IllegalArgumentException("not `message ; place ; change ; reason`: " + line);
        }
        return new Deviation(line, glob(parts[0]), glob(parts[1]), glob(parts[2]));
    }

    private static Pattern glob(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    }

    boolean excuses(Difference difference) {
        String change = difference.aspect() + ": " + difference.documented() + " -> " + difference.specified();
        return this.change.matcher(change).matches()
                && place.matcher(difference.place()).matches()
                && message.matcher(difference.message()).matches();
    }
}
