package io.github.wxpaycodegen.generator.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes maps, lists, strings, booleans and numbers as JSON. */
public final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private final boolean compact;

    private JsonText(boolean compact) {
        this.compact = compact;
    }

    /**
     * Returns a value as JSON that people can read, with a line feed at the end.
     *
     * @param value a map with string keys, a list, a string, a boolean or a number; never null
     */
    public static String of(Object value) {
        JsonText text = new JsonText(false);
        text.value(value, "\n");
        return text.out.append('\n').toString();
    }

    /**
     * Returns a value as JSON in one line, without a space between its tokens and without a line feed at the end.
     *
     * @param value a map with string keys, a list, a string, a boolean or a number; never null
     */
    public static String compact(Object value) {
        JsonText text = new JsonText(true);
        text.value(value, "");
        return text.out.toString();
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
            String inner = inner(line);
            out.append(before).append(inner);
            string((String) member.getKey());
            out.append(compact ? ":" : ": ");
            value(member.getValue(), inner);
            before = ",";
        }
        out.append(map.isEmpty() ? "{}" : line + "}");
    }

    private void array(List<?> list, String line) {
        String before = "[";
        for (Object element : list) {
            String inner = inner(line);
            out.append(before).append(inner);
            value(element, inner);
            before = ",";
        }
        out.append(list.isEmpty() ? "[]" : line + "]");
    }

    /** Returns what begins a line within one that begins with {@code line}. */
    private String inner(String line) {
        return compact ? "" : line + "  ";
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
