package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A request, a response or a part of one. Messages are immutable and compare by value.
 *
 * <p>Generated classes alone extend it, by {@link SentMessage} and {@link ReceivedMessage}.
 */
public abstract sealed class Message implements ExtraFields, SettlingResponse permits SentMessage, ReceivedMessage {
    /** For the subclasses in this package. */
    Message() {}

    /** Writes each field that the spec names, in the spec's order. */
    protected abstract void writeFields(FieldWriter out);

    /**
     * Writes each field that is sent: those that the spec names, in the spec's order, the {@link #putFields()} among them
     * or behind them, and not the {@link #unknownFields()}.
     */
    public final void writeTo(FieldWriter out) {
        if (putFields().isEmpty()) {
            writeFields(out);
        } else {
            PutFieldWriter.write(this, out);
        }
    }

    /** Returns what was received beside the fields that the spec names; empty for a message that was built, never null. */
    @Override
    public abstract UnknownFields unknownFields();

    /** Returns what was put beside or in the place of the fields that the spec names; never null. */
    @Override
    public abstract PutFields putFields();

    /**
     * Returns the message as JSON, one object in one line, by the names that its fields have on the wire. What is encrypted
     * or signed on the wire is plain text here, numbers and booleans of v2 are those of JSON, and nothing is filled in from
     * the configuration. The fields of a numbered group have their numbers. Unknown fields and those that were put are
     * included; members whose names begin with {@code $} say which of them these are, where that is not plain. A file is not
     * included.
     *
     * <p>{@code fromJson} of the same class reads it as an equal message, but for the file.
     *
     * <p><b>This shows everything</b>: names, identity numbers, bank accounts. Log {@link #toString()} instead.
     */
    @Override
    public final String toJson() {
        return JsonTree.write(toMap());
    }

    /**
     * Returns the members of {@link #toJson()}, in their order: texts, Long, BigDecimal, Boolean, null, lists and maps of the
     * same. The map is a new one, and neither it nor what it holds can be changed.
     *
     * <p><b>This shows everything</b>, as {@code toJson} does.
     */
    @JsonValue
    public final Map<String, @Nullable Object> toMap() {
        return MessageTree.of(this);
    }

    /**
     * Reads the JSON of a message.
     *
     * @throws IllegalArgumentException if the text is not one JSON object, or is not JSON of a message
     */
    protected static <M> M fromJson(String json, Function<FieldReader, M> readFrom) {
        Object tree;
        try {
            tree = JsonTree.readStored(json);
        } catch (JacksonException e) {
            throw notJson(json, e);
        }
        if (!(tree instanceof Map<?, ?> members)) {
            throw notJson(json, null);
        }
        return readFrom.apply(FieldReader.ofJson(JsonTree.copyOf(members)));
    }

    /** The text is not shown: it may be one of a message, with names and bank accounts in it. */
    private static IllegalArgumentException notJson(String json, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "the text must be one JSON object (was another text, of " + json.length() + " characters)",
                ForeignText.cause(cause));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Message that
                && getClass() == that.getClass()
                && unknownFields().equals(that.unknownFields())
                && putFields().equals(that.putFields())
                && FieldValues.of(this).equals(FieldValues.of(that));
    }

    @Override
    public final int hashCode() {
        return 31 * (31 * FieldValues.of(this).hashCode() + putFields().hashCode())
                + unknownFields().hashCode();
    }

    /** Returns the fields that are present, for people: sensitive ones and those that were put are masked. */
    @Override
    public final String toString() {
        return MessagePrinter.print(this);
    }
}
