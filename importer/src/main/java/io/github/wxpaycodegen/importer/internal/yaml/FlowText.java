package io.github.wxpaycodegen.importer.internal.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Values as YAML of one line. A text is quoted only where YAML would read it as something else. */
public final class FlowText {
    /** Texts without a character that means something in YAML, in flow or in block style. */
    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}\\p{N}_/.$][\\p{L}\\p{N}_/.$+=()（）、。，；;&%@*<>~^!-]*([ :][\\p{L}\\p{N}_/.$+=()&%*-]+)*");
    /** Within braces or brackets, SnakeYAML does not read a question mark in a plain text. */
    private static final Pattern URL =
            Pattern.compile("https?://[A-Za-z0-9_/.$+=()&%@*?~!:-]+|[a-z][a-z0-9]*/[A-Za-z0-9_/.{}-]+");

    private static final Resolver TYPES = new Resolver();

    private FlowText() {}

    /** Returns a text, boolean, number, list or map as YAML. */
    public static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(FlowText::of).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? text(text) : value.toString();
    }

    /** Returns a value that stands alone after a key: a URL or a URI needs no quotes there. */
    public static String block(Object value) {
        return value instanceof String text && URL.matcher(text).matches() ? text : of(value);
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !text.endsWith(" ")
                && TYPES.resolve(NodeId.scalar, text, true).equals(Tag.STR);
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
