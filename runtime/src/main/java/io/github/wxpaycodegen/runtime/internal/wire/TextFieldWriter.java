package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a message as names with texts: v2 bodies, queries and headers. */
final class TextFieldWriter extends OutgoingFieldWriter {
    private final TextSink sink;
    private final String placeholder;

    TextFieldWriter(TextSink sink, FieldValueSource source, @Nullable FieldRouter router) {
        this(sink, source, router, "$n", ValueTransform.NONE);
    }

    private TextFieldWriter(
            TextSink sink,
            FieldValueSource source,
            @Nullable FieldRouter router,
            String placeholder,
            ValueTransform transform) {
        super(source, router, transform);
        this.sink = sink;
        this.placeholder = placeholder;
    }

    @Override
    FieldWriter with(ValueTransform other) {
        return new TextFieldWriter(sink, source, router, placeholder, other);
    }

    @Override
    String path(String name) {
        return name;
    }

    /** Writes a value. A list becomes several texts with the same name. */
    @Override
    protected void value(String name, Object value) {
        if (value instanceof List<?> list) {
            list.forEach(element -> sink.put(name, Texts.of(element)));
        } else {
            sink.put(name, Texts.of(value));
        }
    }

    @Override
    public void indexed(String name, @Nullable List<? extends Message> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            String index = Integer.toString(i);
            TextSink numbered = (template, text) -> sink.put(template.replace(placeholder, index), text);
            values.get(i).writeTo(new TextFieldWriter(numbered, source, null, "$m", ValueTransform.NONE));
        }
    }

    @Override
    public FieldWriter encoded(Encoding encoding) {
        return new DocumentWriter(encoding, sink, source);
    }
}
