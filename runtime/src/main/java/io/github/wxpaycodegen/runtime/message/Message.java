package io.github.wxpaycodegen.runtime.message;

/**
 * A request, a response or a part of one. Messages are immutable and compare by value.
 *
 * <p>Generated classes alone extend this class; it grows as the generator does.
 */
public abstract class Message {
    private final UnknownFields unknownFields;

    /** Keeps the fields that the message does not know. */
    protected Message(UnknownFields unknownFields) {
        this.unknownFields = unknownFields;
    }

    /** Writes each field that the spec names, in the spec's order; not the {@link #unknownFields()}. */
    public abstract void writeTo(FieldWriter out);

    /** Tells the checker the rules of each field, and of the groups that fields form. */
    public abstract void check(Checker checker);

    /** What was received beside the fields that the spec names; empty for a message that was built, never null. */
    public final UnknownFields unknownFields() {
        return unknownFields;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Message that
                && getClass() == that.getClass()
                && unknownFields.equals(that.unknownFields)
                && FieldValues.of(this).equals(FieldValues.of(that));
    }

    @Override
    public final int hashCode() {
        return 31 * FieldValues.of(this).hashCode() + unknownFields.hashCode();
    }

    /** The fields that are present, sensitive ones masked. */
    @Override
    public final String toString() {
        return MessagePrinter.print(this);
    }
}
