package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a message as names with text: all that v2 has, and queries and headers. */
class TextFieldWriter extends PlainFieldWriter {
    private final TextSink sink;
    private final Outgoing client;
    private final String placeholder;
    private final Treatment treatment;

    TextFieldWriter(TextSink sink, Outgoing client) {
        this(sink, client, "$n", Treatment.NONE);
    }

    private TextFieldWriter(TextSink sink, Outgoing client, String placeholder, Treatment treatment) {
        this.sink = sink;
        this.client = client;
        this.placeholder = placeholder;
        this.treatment = treatment;
    }

    /** A list is one name with several texts. */
    @Override
    protected void value(String name, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> sink.put(name, Texts.of(element)));
        } else {
            sink.put(name, Texts.of(value));
        }
    }

    @Override
    public void string(String name, @Nullable String value) {
        String text = treatment.apply(name, value, client);
        if (text != null) {
            sink.put(name, text);
        }
    }

    @Override
    public void strings(String name, @Nullable List<String> values) {
        super.strings(name, values == null ? null : treatment.applyToEach(name, values, client));
    }

    @Override
    public void bool(String name, @Nullable Boolean value, String trueText, String falseText) {
        string(name, value == null ? null : value ? trueText : falseText);
    }

    @Override
    public void indexed(String name, @Nullable List<? extends Message> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            String index = Integer.toString(i);
            TextSink numbered = (template, text) -> sink.put(template.replace(placeholder, index), text);
            values.get(i).writeTo(new TextFieldWriter(numbered, client, "$m", Treatment.NONE));
        }
    }

    @Override
    public FieldWriter encoded(Encoding encoding) {
        return new DocumentWriter(encoding, sink, client);
    }

    @Override
    public FieldWriter encrypted() {
        return with(treatment.toEncrypt());
    }

    @Override
    public FieldWriter signed() {
        return with(treatment.toSign());
    }

    @Override
    public FieldWriter filled(Fill fill, boolean required) {
        return with(treatment.filledWith(fill, required));
    }

    @Override
    public FieldWriter digest(Digest algorithm, @Nullable UploadFile file) {
        return with(treatment.digestOf(algorithm, file));
    }

    private TextFieldWriter with(Treatment other) {
        return new TextFieldWriter(sink, client, placeholder, other);
    }
}
