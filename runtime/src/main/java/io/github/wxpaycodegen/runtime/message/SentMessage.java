package io.github.wxpaycodegen.runtime.message;

/**
 * A message that can be sent: a request, or a part that some request may hold. It has a builder.
 *
 * <p>Generated classes alone extend this class.
 */
public abstract non-sealed class SentMessage extends Message {
    private final UnknownFields unknownFields;
    private final PutFields putFields;

    /** Has no fields but those that the subclass declares. */
    protected SentMessage() {
        this.unknownFields = UnknownFields.EMPTY;
        this.putFields = PutFields.EMPTY;
    }

    /** Keeps the extra fields of a builder. */
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
