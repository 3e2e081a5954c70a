package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the few v2 answers that have elements within elements. */
final class NestedXml {
    private static final String END = "</xml>";

    private NestedXml() {}

    /** The flat fields, and behind them the nested ones: an element for each object, and for each element of a list. */
    static byte[] write(Map<String, String> flat, ObjectNode nested) {
        byte[] document = V2Xml.write(flat);
        if (nested.isEmpty()) {
            return document;
        }
        String text = new String(document, StandardCharsets.UTF_8);
        StringBuilder xml = new StringBuilder(text.substring(0, text.length() - END.length()));
        writeMembers(nested, xml);
        return xml.append(END).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void writeMembers(JsonNode object, StringBuilder xml) {
        object.properties().forEach(member -> write(member.getKey(), member.getValue(), xml));
    }

    private static void write(String name, JsonNode value, StringBuilder xml) {
        if (value.isArray()) {
            value.forEach(element -> write(name, element, xml));
            return;
        }
        xml.append('<').append(name).append('>');
        if (value.isObject()) {
            writeMembers(value, xml);
        } else {
            xml.append(escape(value.asString()));
        }
        xml.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
