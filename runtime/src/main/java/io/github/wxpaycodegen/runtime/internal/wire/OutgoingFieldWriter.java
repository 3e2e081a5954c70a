package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a request to their places, and fills in, signs and encrypts them as the spec requires. */
abstract class OutgoingFieldWriter extends PlainFieldWriter {
    final FieldValueSource source;
    final @Nullable FieldRouter router;
    private final ValueTransform transform;

    /**
     * Creates a writer.
     *
     * @param router receives the fields that are not in the body; null if all fields are in one document
     */
    OutgoingFieldWriter(FieldValueSource source, @Nullable FieldRouter router, ValueTransform transform) {
        this.source = source;
        this.router = router;
        this.transform = transform;
    }

    /** Returns the same writer with another transform for the next text. */
    abstract FieldWriter with(ValueTransform other);

    /** Returns the name of the field for problems. */
    abstract String path(String name);

    @Override
    public final void string(String name, @Nullable String value) {
        super.string(name, transform.apply(path(name), value, source));
    }

    /** Applies the transform to each text of the list. */
    @Override
    public final void strings(String name, @Nullable List<String> values) {
        super.strings(name, values == null ? null : transform.applyToEach(path(name), values, source));
    }

    @Override
    public final void bool(String name, @Nullable Boolean value, String trueText, String falseText) {
        string(name, value == null ? null : value ? trueText : falseText);
    }

    @Override
    public final void file(String name, @Nullable UploadFile value) {
        if (router == null) {
            super.file(name, value);
        } else if (value != null) {
            router.file(name, value);
        }
    }

    @Override
    public final FieldWriter query() {
        return router == null ? this : router.query();
    }

    @Override
    public final FieldWriter header() {
        return router == null ? this : router.header();
    }

    @Override
    public final FieldWriter undeclared() {
        return router == null ? this : router.undeclared(this);
    }

    @Override
    public final FieldWriter encrypted() {
        return with(transform.toEncrypt());
    }

    @Override
    public final FieldWriter signed() {
        return with(transform.toSign());
    }

    @Override
    public final FieldWriter filled(Fill fill, boolean required) {
        return with(transform.filledWith(fill, required));
    }

    @Override
    public final FieldWriter digest(Digest algorithm, @Nullable UploadFile file) {
        return with(transform.digestOf(algorithm, file));
    }
}
