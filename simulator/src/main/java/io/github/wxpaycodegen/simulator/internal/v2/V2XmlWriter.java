package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.simulator.internal.values.JsonNode;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes XML documents of v2. */
public final class V2XmlWriter {
    private static final String ROOT = "xml";

    private final StringBuilder xml = new StringBuilder(512);

    private V2XmlWriter() {}

    /** Writes flat fields, in their order. */
    public static byte[] write(Map<String, String> fields) {
        return write(ROOT, fields);
    }

    /** Writes flat fields below a root element, in their order. */
    public static byte[] write(String root, Map<String, String> fields) {
        return new V2XmlWriter().document(root, fields, new ObjectNode());
    }

    /** Writes flat fields, and after them nested ones: an element for each object, and for each element of a list. */
    static byte[] write(Map<String, String> flat, ObjectNode nested) {
        return new V2XmlWriter().document(ROOT, flat, nested);
    }

    private byte[] document(String root, Map<String, String> flat, ObjectNode nested) {
        xml.append('<').append(root).append('>');
        flat.forEach(this::element);
        members(nested);
        end(root);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void members(JsonNode object) {
        object.properties().forEach(member -> element(member.getKey(), member.getValue()));
    }

    private void element(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> element(name, element));
        } else if (value.isObject()) {
            xml.append('<').append(name).append('>');
            members(value);
            end(name);
        } else {
            element(name, value.asString());
        }
    }

    private void element(String name, String text) {
        xml.append('<').append(name).append('>');
        text.codePoints().forEach(character -> text(name, character));
        end(name);
    }

    private void end(String name) {
        xml.append("</").append(name).append('>');
    }

    private void text(String name, int character) {
        switch (character) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            // Parsers normalize a carriage return to a line feed unless it is escaped.
            case '\r' -> xml.append("&#13;");
            default -> {
                if (!isAllowed(character)) {
                    throw new IllegalArgumentException(name + " contains a character that XML does not allow: U+"
                            + Integer.toHexString(character));
                }
                xml.appendCodePoint(character);
            }
        }
    }

    /** Returns true if XML 1.0 allows a character. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
