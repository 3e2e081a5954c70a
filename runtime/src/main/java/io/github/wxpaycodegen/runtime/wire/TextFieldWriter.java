package io.github.wxpaycodegen.runtime.wire;

import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.FieldWriter;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a message as names with text, which is all that v2 has. */
class TextFieldWriter extends PlainFieldWriter {
    private final TextSink sink;
    private final String placeholder;

    TextFieldWriter(TextSink sink) {
        this(sink, "$n");
    }

    private TextFieldWriter(TextSink sink, String placeholder) {
        this.sink = sink;
        this.placeholder = placeholder;
    }

    @Override
    protected void value(String name, Object value) {
        sink.put(name, Texts.of(value));
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
            values.get(i).writeTo(new TextFieldWriter(numbered, "$m"));
        }
    }

    @Override
    public FieldWriter encoded(Encoding encoding) {
        return new DocumentWriter(encoding, sink);
    }
}
