package io.github.wxpaycodegen.runtime.message;

/**
 * A message that is only received: a response, the content of a notification, or a part of these. It has no builder;
 * tests create it with {@code fromJson}.
 *
 * <p>Only generated classes extend this class. Each subclass keeps its unknown fields in a final field of its own and
 * assigns it last, because the remaining fields are known only after all others are read.
 */
public abstract non-sealed class ReceivedMessage extends Message {
    /** For subclasses. */
    protected ReceivedMessage() {}

    /** Returns no fields, because this message is never sent. */
    @Override
    public final PutFields putFields() {
        return PutFields.EMPTY;
    }

    /**
     * Returns the fields that the message did not read; never null.
     *
     * @throws IllegalArgumentException if the JSON contains put fields
     */
    protected static UnknownFields unknownFields(FieldReader in) {
        if (!in.putFields().names().isEmpty()) {
            throw new IllegalArgumentException("the JSON of a received message must not have the member " + Marks.PUT
                    + " or " + Marks.PUT_ENCRYPTED);
        }
        return in.unknownFields();
    }
}
