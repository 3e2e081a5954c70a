package io.github.wxpaycodegen.generator.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A difference on purpose. A line has four parts: {@code declaration ; change ; sources that decided ; reason}. In the
 * first two {@code *} stands for any text.
 */
record Deviation(String line, Pattern declaration, Pattern change) {
    private static final String ANY_LENGTH = "maxLength: none -> *";

    static List<Deviation> read(Path file) {
        return Evidence.lines(file).stream().map(Deviation::parse).toList();
    }

    private static Deviation parse(String line) {
        String[] parts = line.split(" ; ", -1);
        if (parts.length != 4 || parts[2].isBlank() || parts[3].isBlank()) {
            throw new IllegalArgumentException("not `declaration ; change ; sources ; reason`: " + line);
        }
        return new Deviation(line, glob(parts[0]), glob(parts[1]));
    }

    private static Pattern glob(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    }

    /**
     * Whether the line is the reason of a difference. A line for any length needs a source that gives a field of the same
     * name this length elsewhere.
     */
    boolean excuses(Difference difference, Evidence evidence) {
        String name = difference.declaration().substring(difference.declaration().lastIndexOf('.') + 1);
        String length = difference.change().substring(difference.change().lastIndexOf(' ') + 1);
        return change.matcher(difference.change()).matches()
                && declaration.matcher(difference.declaration()).matches()
                && (!line.contains(" ; " + ANY_LENGTH + " ; ") || evidence.givesLength(name, length));
    }
}
