package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Selects facts by their names: up to four globs for the URI, the method, the path and the attribute. {@code *} is
 * any text without a separator, {@code **} is any text; what is absent is anything.
 */
final class FactPattern {
    private final List<Pattern> parts;

    private FactPattern(List<Pattern> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Parses a pattern: {@code v3/pay/** post request.** maxLength}.
     *
     * @throws IllegalArgumentException if it has more than four parts or none
     */
    static FactPattern parse(String text) {
        String[] globs = text.strip().split("\\s+");
        if (text.isBlank() || globs.length > 4) {
            throw new IllegalArgumentException(
                    "`" + text + "` must be a URI, a method, a path and an attribute, such as"
                            + " `v3/pay/** post request.** maxLength`; the last ones may be omitted");
        }
        List<Pattern> parts = new ArrayList<>();
        for (int i = 0; i < globs.length; i++) {
            parts.add(Glob.compile(globs[i], i == 2 ? '.' : '/'));
        }
        return new FactPattern(parts);
    }

    boolean matches(FactKey key) {
        List<String> texts =
                Arrays.asList(key.uri(), key.method(), key.path().isEmpty() ? "-" : key.path(), key.kind());
        for (int i = 0; i < parts.size(); i++) {
            boolean whole = parts.get(i).matcher(texts.get(i)).matches();
            if (!whole && !(i == 3 && parts.get(i).matcher(key.attribute()).matches())) {
                return false;
            }
        }
        return true;
    }
}
