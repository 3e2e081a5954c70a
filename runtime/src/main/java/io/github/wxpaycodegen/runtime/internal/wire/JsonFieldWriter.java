package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.JsonValue;
import io.github.wxpaycodegen.runtime.message.Message;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a message as the members of a JSON object. */
final class JsonFieldWriter extends OutgoingFieldWriter {
    private final JsonGenerator json;
    private final String path;

    /**
     * Creates a writer of an object's members.
     *
     * @param path prefix of the field names in problems; empty, or ending in a dot
     * @param router receives the fields that are not in the body; null if all are
     */
    JsonFieldWriter(JsonGenerator json, FieldValueSource source, String path, @Nullable FieldRouter router) {
        this(json, source, path, router, ValueTransform.NONE);
    }

    private JsonFieldWriter(
            JsonGenerator json,
            FieldValueSource source,
            String path,
            @Nullable FieldRouter router,
            ValueTransform transform) {
        super(source, router, transform);
        this.json = json;
        this.path = path;
    }

    @Override
    FieldWriter with(ValueTransform other) {
        return new JsonFieldWriter(json, source, path, router, other);
    }

    @Override
    String path(String name) {
        return path + name;
    }

    @Override
    protected void value(String name, Object value) {
        json.writeName(name);
        write(json, value, path(name), source);
    }

    /** Writes a value without a name: the root of a document or an element of an array. */
    static void write(JsonGenerator json, Object value, String path, FieldValueSource source) {
        if (value instanceof Message message) {
            json.writeStartObject();
            message.writeTo(new JsonFieldWriter(json, source, path.isEmpty() ? "" : path + ".", null));
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (int i = 0; i < list.size(); i++) {
                write(json, list.get(i), path + "[" + i + "]", source);
            }
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof JsonValue any) {
            JsonTree.write(json, any.tree());
        } else {
            json.writeString(Texts.of(value));
        }
    }

    @Override
    public FieldWriter encoded(Encoding encoding) {
        return new DocumentWriter(encoding, this::value, source);
    }
}
