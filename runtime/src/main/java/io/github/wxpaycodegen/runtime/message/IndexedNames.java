package io.github.wxpaycodegen.runtime.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one group, {@code coupon_id_0}, {@code coupon_id_1}..., apart into elements. */
final class IndexedNames {
    private static final String INDEX = "(0|[1-9][0-9]{0,3})";

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final Map<Integer, Map<String, @Nullable Object>> elements = new TreeMap<>();

    /** A group of a message: {@code $n} is its index, {@code $m} that of the groups within it. */
    static IndexedNames outer(String... templates) {
        return new IndexedNames(true, templates);
    }

    /** A group within a group: {@code $n} stands as it is, {@code $m} is its index. */
    static IndexedNames inner(String... templates) {
        return new IndexedNames(false, templates);
    }

    private IndexedNames(boolean outer, String... templates) {
        for (String template : templates) {
            String regex = Pattern.quote(template).replace("$m", "\\E" + INDEX + "\\Q");
            patterns.put(template, Pattern.compile(outer ? regex.replace("$n", "\\E" + INDEX + "\\Q") : regex));
        }
    }

    /** Returns the wire name of a template within the element of the given number: the inner index comes first. */
    static String numbered(String template, int index) {
        return template.replace(template.contains("$m") ? "$m" : "$n", Integer.toString(index));
    }

    /** Takes the field, if it is one of the group. */
    boolean take(String name, @Nullable Object value) {
        for (Map.Entry<String, Pattern> entry : patterns.entrySet()) {
            Matcher matcher = entry.getValue().matcher(name);
            if (matcher.matches()) {
                String key = entry.getKey();
                // With two indices the element keeps the inner one: its own reader takes the inner group apart.
                String inElement = matcher.groupCount() == 2 ? key.replace("$m", matcher.group(2)) : key;
                elements.computeIfAbsent(Integer.valueOf(matcher.group(1)), n -> new LinkedHashMap<>())
                        .put(inElement, value);
                return true;
            }
        }
        return false;
    }

    /** The elements in ascending order of their index. */
    List<Map<String, @Nullable Object>> elements() {
        return new ArrayList<>(elements.values());
    }
}
