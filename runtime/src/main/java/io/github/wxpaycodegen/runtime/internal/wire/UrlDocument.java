package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.message.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Writes the {@code name=value&...} documents of v2, which are percent-encoded as a whole. */
final class UrlDocument {
    private UrlDocument() {}

    static String write(Object value, String field, FieldValueSource source) {
        if (!(value instanceof Message message)) {
            throw new IllegalArgumentException("only an object can be urlencoded");
        }
        StringJoiner pairs = new StringJoiner("&");
        message.writeTo(new TextFieldWriter((name, text) -> pairs.add(pair(name, text, field, source)), source, null));
        return URLEncoder.encode(pairs.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Returns a pair. Because the document is encoded as a whole, separators inside a value would be ambiguous, so they
     * are rejected.
     */
    private static String pair(String name, String text, String field, FieldValueSource source) {
        if (text.indexOf('&') >= 0 || text.indexOf('=') >= 0) {
            source.problem(
                    field + "." + name + ": must not contain & or =, which a urlencoded document cannot represent");
        }
        return name + "=" + text;
    }
}
