package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;

/** Writes JSON documents of messages. */
final class Json {
    private Json() {}

    /** Returns a message or a list, the value of the given field, as a document. */
    static String write(Object value, String field, FieldValueSource source) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonTree.generator(text)) {
            JsonFieldWriter.write(json, value, field, source);
        }
        return text.toString();
    }
}
