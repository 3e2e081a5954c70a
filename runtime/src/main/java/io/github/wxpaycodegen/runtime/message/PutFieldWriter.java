package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of a message together with its put fields. A put field replaces the declared one, but is not filled
 * in, signed, encrypted or encoded like it.
 */
final class PutFieldWriter implements FieldWriter {
    private final Map<String, PutField> fields;
    private final Set<String> written;
    /** Writer for the place of the field. */
    private final FieldWriter place;
    /** Writer with all declared attributes of the field. */
    private final FieldWriter declared;

    private PutFieldWriter(Map<String, PutField> fields, Set<String> written, FieldWriter place, FieldWriter declared) {
        this.fields = fields;
        this.written = written;
        this.place = place;
        this.declared = declared;
    }

    /** Writes a message that has put fields. */
    static void write(Message message, FieldWriter out) {
        Map<String, PutField> fields = message.putFields().asMap();
        Set<String> written = new HashSet<>();
        message.writeFields(new PutFieldWriter(fields, written, out, out));
        fields.forEach((name, field) -> {
            if (!written.contains(name)) {
                field.writeTo(out.undeclared(), name);
            }
        });
    }

    /** Returns the writer for the declared field; null if a put field replaced it. */
    private @Nullable FieldWriter unlessPut(String name) {
        PutField field = fields.get(name);
        if (field == null) {
            return declared;
        }
        if (written.add(name)) {
            field.writeTo(place, name);
        }
        return null;
    }

    private PutFieldWriter at(FieldWriter newPlace, FieldWriter newDeclared) {
        return new PutFieldWriter(fields, written, newPlace, newDeclared);
    }

    @Override
    public void string(String name, @Nullable String value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.string(name, value);
        }
    }

    @Override
    public void integer(String name, @Nullable Long value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.integer(name, value);
        }
    }

    @Override
    public void number(String name, @Nullable BigDecimal value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.number(name, value);
        }
    }

    @Override
    public void bool(String name, @Nullable Boolean value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.bool(name, value);
        }
    }

    @Override
    public void bool(String name, @Nullable Boolean value, String trueText, String falseText) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.bool(name, value, trueText, falseText);
        }
    }

    @Override
    public void dateTime(String name, @Nullable OffsetDateTime value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.dateTime(name, value);
        }
    }

    @Override
    public void object(String name, @Nullable Message value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.object(name, value);
        }
    }

    @Override
    public void strings(String name, @Nullable List<String> value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.strings(name, value);
        }
    }

    @Override
    public void integers(String name, @Nullable List<Long> value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.integers(name, value);
        }
    }

    @Override
    public void numbers(String name, @Nullable List<BigDecimal> value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.numbers(name, value);
        }
    }

    @Override
    public void objects(String name, @Nullable List<? extends Message> value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.objects(name, value);
        }
    }

    @Override
    public void indexed(String name, @Nullable List<? extends Message> value) {
        // The name of a group is not on the wire, so no field can replace it.
        declared.indexed(name, value);
    }

    @Override
    public void file(String name, @Nullable UploadFile value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.file(name, value);
        }
    }

    @Override
    public void json(String name, JsonValue value) {
        FieldWriter out = unlessPut(name);
        if (out != null) {
            out.json(name, value);
        }
    }

    @Override
    public FieldWriter query() {
        return at(place.query(), declared.query());
    }

    @Override
    public FieldWriter header() {
        return at(place.header(), declared.header());
    }

    @Override
    public FieldWriter undeclared() {
        return at(place.undeclared(), declared.undeclared());
    }

    @Override
    public FieldWriter encoded(Encoding encoding) {
        return at(place, declared.encoded(encoding));
    }

    @Override
    public FieldWriter encrypted() {
        return at(place, declared.encrypted());
    }

    @Override
    public FieldWriter signed() {
        return at(place, declared.signed());
    }

    @Override
    public FieldWriter emoji() {
        return at(place, declared.emoji());
    }

    @Override
    public FieldWriter digest(Digest algorithm, @Nullable UploadFile file) {
        return at(place, declared.digest(algorithm, file));
    }

    @Override
    public FieldWriter sensitive() {
        return at(place, declared.sensitive());
    }

    @Override
    public FieldWriter filled(Fill fill, boolean required) {
        return at(place, declared.filled(fill, required));
    }
}
