package io.github.wxpaycodegen.runtime.wire;

import io.github.wxpaycodegen.runtime.message.Encoding;
import io.github.wxpaycodegen.runtime.message.PlainFieldWriter;

/** Puts the value of a field into a document, and the document into a text field. */
final class DocumentWriter extends PlainFieldWriter {
    private final Encoding encoding;
    private final TextSink sink;

    DocumentWriter(Encoding encoding, TextSink sink) {
        this.encoding = encoding;
        this.sink = sink;
    }

    @Override
    protected void value(String name, Object value) {
        sink.put(name, encoding == Encoding.JSON ? Json.write(value) : UrlDocument.write(value));
    }
}
