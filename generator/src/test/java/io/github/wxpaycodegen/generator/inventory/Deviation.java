package io.github.wxpaycodegen.generator.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A difference on purpose. A line has four parts: {@code declaration ; change ; sources that decided ; reason}. In the
 * first two {@code *} stands for any text. A fifth part then says how many differences the line excuses, so that a new
 * one does not stay unseen; lengths need none.
 *
 * @param number of differences that it excuses; empty if that does not matter
 */
record Deviation(String line, Pattern declaration, Pattern change, OptionalInt number) {
    /** A page, a URL, or the tag or name of a source. */
    private static final Pattern SOURCE = Pattern.compile(
            ".*(\\b(pages?|official|forum|samples?|im|ts|openapi|skit|go|java|skills|wxjava|WxJava|senparc"
                    + "|wechatpay\\.im|CloudPay)\\b|/).*");

    private static final String ANY_LENGTH = "maxLength: none -> *";

    static List<Deviation> read(Path file) {
        return Evidence.lines(file).stream().map(Deviation::parse).toList();
    }

    private static Deviation parse(String line) {
        String[] parts = line.split(" ; ", -1);
        if (parts.length != (isCounted(parts) ? 5 : 4) || parts[2].isBlank() || parts[3].isBlank()) {
            throw new IllegalArgumentException("not `declaration ; change ; sources ; reason`, or with a `*` not"
                    + " `declaration ; change ; sources ; reason ; number of differences`: " + line);
        }
        if (!SOURCE.matcher(parts[2]).matches()) {
            throw new IllegalArgumentException("names no source: " + line);
        }
        OptionalInt number = parts.length == 5 ? OptionalInt.of(Integer.parseInt(parts[4])) : OptionalInt.empty();
        return new Deviation(line, glob(parts[0]), glob(parts[1]), number);
    }

    private static boolean isCounted(String[] parts) {
        boolean anyChange = parts[1].contains("*") && !parts[1].startsWith("pattern:");
        return !parts[1].startsWith("maxLength:") && (parts[0].contains("*") || anyChange);
    }

    private static Pattern glob(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    }

    /**
     * Returns true if the line is the reason of a difference. A line for any length needs a source that gives a field of the same
     * name this length elsewhere.
     */
    boolean excuses(Difference difference, Evidence evidence) {
        String name =
                difference.declaration().substring(difference.declaration().lastIndexOf('.') + 1);
        String length = difference.change().substring(difference.change().lastIndexOf(' ') + 1);
        return change.matcher(difference.change()).matches()
                && declaration.matcher(difference.declaration()).matches()
                && (!line.contains(" ; " + ANY_LENGTH + " ; ") || evidence.givesLength(name, length));
    }
}
