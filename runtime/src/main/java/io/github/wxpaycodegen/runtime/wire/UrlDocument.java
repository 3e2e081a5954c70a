package io.github.wxpaycodegen.runtime.wire;

import io.github.wxpaycodegen.runtime.message.Message;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** The {@code name=value&...} documents of v2, which are percent-encoded as a whole. */
final class UrlDocument {
    private UrlDocument() {}

    static String write(Object value, String field, Outgoing client) {
        if (!(value instanceof Message message)) {
            throw new IllegalArgumentException("only an object has a urlencoded form");
        }
        StringJoiner pairs = new StringJoiner("&");
        message.writeTo(new TextFieldWriter((name, text) -> pairs.add(pair(name, text, field, client)), client));
        return URLEncoder.encode(pairs.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Encoded as a whole, the document cannot tell its own separators from those within a value. */
    private static String pair(String name, String text, String field, Outgoing client) {
        if (text.indexOf('&') >= 0 || text.indexOf('=') >= 0) {
            client.problem(field + "." + name + ": has & or =, which a urlencoded document cannot carry");
        }
        return name + "=" + text;
    }

    /** Reads a document. Throws IllegalArgumentException if it is none. */
    static Map<String, Object> read(String document) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String pair : URLDecoder.decode(document, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || fields.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("not a urlencoded form");
            }
        }
        return fields;
    }
}
