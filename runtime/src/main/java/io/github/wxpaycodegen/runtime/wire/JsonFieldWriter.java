package io.github.wxpaycodegen.runtime.wire;

import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.IntegerEnum;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a message as the members of a JSON object. */
final class JsonFieldWriter extends PlainFieldWriter {
    private final JsonGenerator json;

    JsonFieldWriter(JsonGenerator json) {
        this.json = json;
    }

    @Override
    protected void value(String name, Object value) {
        json.writeName(name);
        write(value);
    }

    /** Writes a value without a name: the root of a document or an element of an array. */
    void write(Object value) {
        if (value instanceof Message message) {
            json.writeStartObject();
            message.writeTo(this);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(this::write);
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof IntegerEnum number) {
            json.writeNumber(number.value());
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else {
            json.writeString(Texts.of(value));
        }
    }

    @Override
    public void bool(String name, @Nullable Boolean value, String trueText, String falseText) {
        string(name, value == null ? null : value ? trueText : falseText);
    }

    @Override
    public FieldWriter encoded(Encoding encoding) {
        return new DocumentWriter(encoding, this::value);
    }
}
