package io.github.wxpaycodegen.runtime.message;

/**
 * A request, a response or a part of one. Messages are immutable and compare by value.
 *
 * <p>Generated classes alone extend this class; it grows as the generator does.
 */
public abstract class Message implements ExtraFields {
    private final UnknownFields unknownFields;
    private final PutFields putFields;

    /** Keeps the extra fields of a builder. */
    protected Message(MessageBuilder<?> builder) {
        this(builder.unknownFields(), builder.putFields());
    }

    /** Keeps the fields that the message does not know. */
    protected Message(UnknownFields unknownFields) {
        this(unknownFields, PutFields.EMPTY);
    }

    private Message(UnknownFields unknownFields, PutFields putFields) {
        this.unknownFields = unknownFields;
        this.putFields = putFields;
    }

    /** Writes each field that the spec names, in the spec's order. */
    protected abstract void writeFields(FieldWriter out);

    /**
     * Writes each field that is sent: those that the spec names, in the spec's order, the {@link #putFields()} among them
     * or behind them, and not the {@link #unknownFields()}.
     */
    public final void writeTo(FieldWriter out) {
        if (putFields.isEmpty()) {
            writeFields(out);
        } else {
            PutFieldWriter.write(this, out);
        }
    }

    /** Tells the checker the rules of each field, and of the groups that fields form. */
    public abstract void check(Checker checker);

    /** Returns what was received beside the fields that the spec names; empty for a message that was built, never null. */
    @Override
    public final UnknownFields unknownFields() {
        return unknownFields;
    }

    /** Returns what was put beside or in the place of the fields that the spec names; never null. */
    @Override
    public final PutFields putFields() {
        return putFields;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Message that
                && getClass() == that.getClass()
                && unknownFields.equals(that.unknownFields)
                && putFields.equals(that.putFields)
                && FieldValues.of(this).equals(FieldValues.of(that));
    }

    @Override
    public final int hashCode() {
        return 31 * (31 * FieldValues.of(this).hashCode() + putFields.hashCode()) + unknownFields.hashCode();
    }

    /** Returns the fields that are present, for people: sensitive ones and those that were put are masked. */
    @Override
    public final String toString() {
        return MessagePrinter.print(this);
    }
}
