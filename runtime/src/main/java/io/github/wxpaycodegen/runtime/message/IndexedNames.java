package io.github.wxpaycodegen.runtime.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits the fields of a numbered group, {@code coupon_id_0}, {@code coupon_id_1}..., into elements. */
final class IndexedNames {
    private static final String INDEX = "(0|[1-9][0-9]{0,3})";

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final Map<Integer, Map<String, @Nullable Object>> elements = new TreeMap<>();

    /**
     * Returns the names of a group of a message: {@code $n} is its number, {@code $m} the number of a nested group.
     */
    static IndexedNames outer(String... templates) {
        return new IndexedNames(true, templates);
    }

    /** Returns the names of a nested group: {@code $n} is unchanged, {@code $m} is its number. */
    static IndexedNames inner(String... templates) {
        return new IndexedNames(false, templates);
    }

    private IndexedNames(boolean outer, String... templates) {
        for (String template : templates) {
            String regex = Pattern.quote(template).replace("$m", "\\E" + INDEX + "\\Q");
            patterns.put(template, Pattern.compile(outer ? regex.replace("$n", "\\E" + INDEX + "\\Q") : regex));
        }
    }

    /** Returns the wire name of a template in the element with this number. The inner number comes first. */
    static String numbered(String template, int index) {
        return template.replace(template.contains("$m") ? "$m" : "$n", Integer.toString(index));
    }

    /**
     * Adds the field to its element, if it belongs to the group.
     *
     * @return whether it does
     */
    boolean take(String name, @Nullable Object value) {
        for (Map.Entry<String, Pattern> entry : patterns.entrySet()) {
            Matcher matcher = entry.getValue().matcher(name);
            if (matcher.matches()) {
                String key = entry.getKey();
                // With two numbers, the element keeps the inner one, because its own reader splits the nested group.
                String inElement = matcher.groupCount() == 2 ? key.replace("$m", matcher.group(2)) : key;
                elements.computeIfAbsent(Integer.valueOf(matcher.group(1)), n -> new LinkedHashMap<>())
                        .put(inElement, value);
                return true;
            }
        }
        return false;
    }

    /** Returns the elements in ascending order of their numbers. */
    List<Map<String, @Nullable Object>> elements() {
        return new ArrayList<>(elements.values());
    }
}
