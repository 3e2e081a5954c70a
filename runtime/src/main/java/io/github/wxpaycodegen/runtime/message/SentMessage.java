package io.github.wxpaycodegen.runtime.message;

/**
 * A message that can be sent: a request, or a part of one. It has a builder.
 *
 * <p>Only generated classes extend this class.
 */
public abstract non-sealed class SentMessage extends Message {
    private final UnknownFields unknownFields;
    private final PutFields putFields;

    /** Creates a message without extra fields. */
    protected SentMessage() {
        this.unknownFields = UnknownFields.EMPTY;
        this.putFields = PutFields.EMPTY;
    }

    /** Takes over the extra fields of a builder. */
    protected SentMessage(MessageBuilder<?> builder) {
        this.unknownFields = builder.unknownFields();
        this.putFields = builder.putFields();
    }

    @Override
    public final UnknownFields unknownFields() {
        return unknownFields;
    }

    @Override
    public final PutFields putFields() {
        return putFields;
    }
}
