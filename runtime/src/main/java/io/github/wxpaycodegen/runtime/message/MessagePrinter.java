package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.StringJoiner;

/** Formats a message for display: the fields that are present, with sensitive values masked. */
final class MessagePrinter extends PlainFieldWriter {
    private static final String MASK = "***";

    private final StringJoiner fields;
    private final FieldWriter masking = new Masking();

    private MessagePrinter(StringJoiner fields) {
        this.fields = fields;
    }

    static String print(Message message) {
        StringJoiner fields = new StringJoiner(", ", message.getClass().getSimpleName() + "{", "}");
        message.writeTo(new MessagePrinter(fields));
        if (!message.unknownFields().equals(UnknownFields.EMPTY)) {
            fields.add("unknownFields=" + message.unknownFields());
        }
        return fields.toString();
    }

    @Override
    protected void value(String name, Object value) {
        fields.add(name + "=" + ForeignText.printable(String.valueOf(value)));
    }

    @Override
    public FieldWriter sensitive() {
        return masking;
    }

    @Override
    public FieldWriter encrypted() {
        return masking;
    }

    @Override
    public FieldWriter signed() {
        return masking;
    }

    private final class Masking extends PlainFieldWriter {
        @Override
        protected void value(String name, Object value) {
            fields.add(name + "=" + MASK);
        }
    }
}
