package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.IntegerEnum;
import io.github.wxpaycodegen.runtime.message.JsonValue;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the fields of a message as the members of a JSON object. */
class JsonFieldWriter extends PlainFieldWriter {
    private final JsonGenerator json;
    private final Outgoing client;
    private final String path;
    private final Treatment treatment;

    /**
     * A writer of an object's members.
     *
     * @param path what stands before the names of the fields where problems name them; empty, or ending in a dot
     */
    JsonFieldWriter(JsonGenerator json, Outgoing client, String path) {
        this(json, client, path, Treatment.NONE);
    }

    private JsonFieldWriter(JsonGenerator json, Outgoing client, String path, Treatment treatment) {
        this.json = json;
        this.client = client;
        this.path = path;
        this.treatment = treatment;
    }

    @Override
    protected final void value(String name, Object value) {
        json.writeName(name);
        write(json, value, path + name, client);
    }

    @Override
    public final void string(String name, @Nullable String value) {
        super.string(name, treatment.apply(path + name, value, client));
    }

    /** What is done to a text is done to each of several. */
    @Override
    public final void strings(String name, @Nullable List<String> values) {
        super.strings(name, values == null ? null : treatment.applyToEach(path + name, values, client));
    }

    /** Writes a value without a name: the root of a document or an element of an array. */
    static void write(JsonGenerator json, Object value, String path, Outgoing client) {
        if (value instanceof Message message) {
            json.writeStartObject();
            message.writeTo(new JsonFieldWriter(json, client, path.isEmpty() ? "" : path + "."));
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (int i = 0; i < list.size(); i++) {
                write(json, list.get(i), path + "[" + i + "]", client);
            }
            json.writeEndArray();
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof IntegerEnum number) {
            json.writeNumber(number.value());
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
    public final void bool(String name, @Nullable Boolean value, String trueText, String falseText) {
        string(name, value == null ? null : value ? trueText : falseText);
    }

    @Override
    public final FieldWriter encoded(Encoding encoding) {
        return new DocumentWriter(encoding, this::value, client);
    }

    @Override
    public final FieldWriter encrypted() {
        return with(treatment.toEncrypt());
    }

    @Override
    public final FieldWriter signed() {
        return with(treatment.toSign());
    }

    @Override
    public final FieldWriter filled(Fill fill, boolean required) {
        return with(treatment.filledWith(fill, required));
    }

    @Override
    public final FieldWriter digest(Digest algorithm, @Nullable UploadFile file) {
        return with(treatment.digestOf(algorithm, file));
    }

    private JsonFieldWriter with(Treatment other) {
        return new JsonFieldWriter(json, client, path, other);
    }
}
