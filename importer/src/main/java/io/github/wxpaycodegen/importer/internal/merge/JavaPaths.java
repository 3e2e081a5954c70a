package io.github.wxpaycodegen.importer.internal.merge;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spellings of URIs in Java, as present specs have them. All endpoints below a segment must spell it alike, so a new one takes over the
 * spelling of its neighbors.
 */
final class JavaPaths {
    private static final Pattern URI = Pattern.compile("(?m)^uri: *\"?([^\"\\s#]+)");
    private static final Pattern JAVA_PATH = Pattern.compile("(?m)^javaPath: *\"?([^\"\\s#]+)");

    /** Spellings of the last segments of URIs and of their beginnings. */
    private final Map<String, String> spellings = new HashMap<>();

    /** Reads the spellings from the texts of specs. */
    JavaPaths(Collection<String> specs) {
        specs.forEach(this::add);
    }

    private void add(String spec) {
        Matcher uri = URI.matcher(spec);
        Matcher javaPath = JAVA_PATH.matcher(spec);
        if (uri.find() && javaPath.find()) {
            String[] segments = uri.group(1).split("/");
            String[] names = javaPath.group(1).split("/");
            for (int i = 0; i < Math.min(segments.length, names.length); i++) {
                spellings.putIfAbsent(beginning(segments, i), names[i]);
            }
        }
    }

    /** Returns the Java path of a new URI; empty if none of its segments has a spelling of its own. */
    Optional<String> of(String uri) {
        String[] segments = uri.split("/");
        String[] names = segments.clone();
        for (int i = 0; i < segments.length; i++) {
            names[i] = spellings.getOrDefault(beginning(segments, i), segments[i]);
        }
        String path = String.join("/", names);
        return path.equals(String.join("/", segments)) ? Optional.empty() : Optional.of(path);
    }

    private static String beginning(String[] segments, int last) {
        return String.join("/", Arrays.copyOf(segments, last + 1));
    }
}
