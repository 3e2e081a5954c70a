package io.github.wxpaycodegen.runtime.message;

/**
 * A message that is only received: a response, the content of a notification, or a part of these. It has no builder; {@code
 * fromJson} makes one for a test.
 *
 * <p>Generated classes alone extend this class. Each keeps its unknown fields itself, in a final field that its constructor
 * assigns last: only when all others are read is it known which fields are left, and this class's own constructor is over by
 * then.
 */
public abstract non-sealed class ReceivedMessage extends Message {
    /** For subclasses. */
    protected ReceivedMessage() {}

    /** Returns no fields: nothing can be put on a message that is not sent. */
    @Override
    public final PutFields putFields() {
        return PutFields.EMPTY;
    }

    /**
     * Returns the fields that the message has not read; never null.
     *
     * @throws IllegalArgumentException if the JSON says that fields were put on the message
     */
    protected static UnknownFields unknownFields(FieldReader in) {
        if (!in.putFields().names().isEmpty()) {
            throw new IllegalArgumentException("the JSON of a message that is only received must not have the member "
                    + Marks.PUT + " or " + Marks.PUT_ENCRYPTED);
        }
        return in.unknownFields();
    }
}
