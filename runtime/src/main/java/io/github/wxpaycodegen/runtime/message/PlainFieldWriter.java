package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A writer that receives each field as a name and a value, whatever its type. Writers that print, compare and inspect
 * messages extend it. Decorators have no effect.
 *
 * <p>Do not extend it: methods are added without notice.
 */
public abstract class PlainFieldWriter implements FieldWriter {
    /** Constructor for subclasses. */
    protected PlainFieldWriter() {}

    /**
     * Receives a field that is present.
     *
     * @param value a String, Long, BigDecimal, Boolean, OffsetDateTime, {@link UploadFile}, {@link Message}, {@link
     *     JsonValue} or list of these
     */
    protected abstract void value(String name, Object value);

    /** Passes a field on if it is present. */
    void field(String name, @Nullable Object value) {
        if (value != null) {
            value(name, value);
        }
    }

    @Override
    public void string(String name, @Nullable String value) {
        field(name, value);
    }

    @Override
    public void integer(String name, @Nullable Long value) {
        field(name, value);
    }

    @Override
    public void number(String name, @Nullable BigDecimal value) {
        field(name, value);
    }

    @Override
    public void bool(String name, @Nullable Boolean value) {
        field(name, value);
    }

    @Override
    public void bool(String name, @Nullable Boolean value, String trueText, String falseText) {
        field(name, value);
    }

    @Override
    public void dateTime(String name, @Nullable OffsetDateTime value) {
        field(name, value);
    }

    @Override
    public void object(String name, @Nullable Message value) {
        field(name, value);
    }

    @Override
    public void strings(String name, @Nullable List<String> values) {
        field(name, values);
    }

    @Override
    public void integers(String name, @Nullable List<Long> values) {
        field(name, values);
    }

    @Override
    public void numbers(String name, @Nullable List<BigDecimal> values) {
        field(name, values);
    }

    @Override
    public void objects(String name, @Nullable List<? extends Message> values) {
        field(name, values);
    }

    @Override
    public void indexed(String name, @Nullable List<? extends Message> values) {
        field(name, values);
    }

    @Override
    public void file(String name, @Nullable UploadFile value) {
        field(name, value);
    }

    @Override
    public void json(String name, JsonValue value) {
        field(name, value);
    }

    @Override
    public FieldWriter query() {
        return this;
    }

    @Override
    public FieldWriter header() {
        return this;
    }

    @Override
    public FieldWriter undeclared() {
        return this;
    }

    @Override
    public FieldWriter emoji() {
        return this;
    }

    @Override
    public FieldWriter digest(Digest algorithm, @Nullable UploadFile file) {
        return this;
    }

    @Override
    public FieldWriter encoded(Encoding encoding) {
        return this;
    }

    @Override
    public FieldWriter encrypted() {
        return this;
    }

    @Override
    public FieldWriter signed() {
        return this;
    }

    @Override
    public FieldWriter sensitive() {
        return this;
    }

    @Override
    public FieldWriter filled(Fill fill, boolean required) {
        return this;
    }
}
