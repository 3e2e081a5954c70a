package io.github.wxpaycodegen.generator.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, strings, booleans and numbers as JSON that people can read. */
public final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /**
     * Returns a value as JSON with a line feed at the end.
     *
     * @param value a map with string keys, a list, a string, a boolean or a number; never null
     */
    public static String of(Object value) {
        JsonText text = new JsonText();
        text.value(value, "\n");
        return text.out.append('\n').toString();
    }

    private void value(Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            object(map, line);
        } else if (value instanceof List<?> list) {
            array(list, line);
        } else if (value instanceof String string) {
            string(string);
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> map, String line) {
        String before = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(before).append(line).append("  ");
            string((String) member.getKey());
            out.append(": ");
            value(member.getValue(), line + "  ");
            before = ",";
        }
        out.append(map.isEmpty() ? "{}" : line + "}");
    }

    private void array(List<?> list, String line) {
        String before = "[";
        for (Object element : list) {
            out.append(before).append(line).append("  ");
            value(element, line + "  ");
            before = ",";
        }
        out.append(list.isEmpty() ? "[]" : line + "]");
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                default -> {
                    if (each < 0x20 || Character.isSurrogate(each)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
                    } else {
                        out.append(each);
                    }
                }
            }
        }
        out.append('"');
    }
}
