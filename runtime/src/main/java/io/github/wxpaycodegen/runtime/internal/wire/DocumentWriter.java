package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;

/** Writes the value of a field into a document, and the document into a text field. */
final class DocumentWriter extends PlainFieldWriter {
    private final Encoding encoding;
    private final TextSink sink;
    private final FieldValueSource source;

    DocumentWriter(Encoding encoding, TextSink sink, FieldValueSource source) {
        this.encoding = encoding;
        this.sink = sink;
        this.source = source;
    }

    @Override
    protected void value(String name, Object value) {
        String document =
                encoding == Encoding.JSON ? Json.write(value, name, source) : UrlDocument.write(value, name, source);
        sink.put(name, document);
    }
}
