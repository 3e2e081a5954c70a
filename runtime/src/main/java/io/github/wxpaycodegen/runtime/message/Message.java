package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.wxpaycodegen.runtime.call.SettlingResponse;
import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A request, a response, or a part of one. Messages are immutable and compare by value.
 *
 * <p>Only generated classes extend this class, through {@link SentMessage} and {@link ReceivedMessage}.
 */
public abstract sealed class Message implements ExtraFields, SettlingResponse permits SentMessage, ReceivedMessage {
    /** Constructor for the subclasses in this package. */
    Message() {}

    /** Writes the fields that the spec declares, in the order of the spec. */
    protected abstract void writeFields(FieldWriter out);

    /**
     * Writes all fields that are sent: the declared ones in the order of the spec, and the {@link #putFields()}, which
     * replace declared fields of the same name or follow at the end. The {@link #unknownFields()} are not sent.
     */
    public final void writeTo(FieldWriter out) {
        if (putFields().isEmpty()) {
            writeFields(out);
        } else {
            PutFieldWriter.write(this, out);
        }
    }

    /** Returns the received fields that the spec does not declare; never null. Empty if the message was built. */
    @Override
    public abstract UnknownFields unknownFields();

    /** Returns the fields that the caller put on the message, beside or instead of declared fields; never null. */
    @Override
    public abstract PutFields putFields();

    /**
     * Returns the message as one JSON object on one line, with wire names. Encrypted or signed values are plain text
     * here, numbers and booleans of v2 are JSON numbers and booleans, and no value is taken from the configuration. The
     * fields of a numbered group have their numbers. Unknown and put fields are included; members whose names begin
     * with {@code $} mark them where their names and values do not show it. Files are not included.
     *
     * <p>{@code fromJson} of the same class returns an equal message, except for files.
     *
     * <p><b>The JSON contains all values</b>, including names, identity numbers and bank accounts. To log a message,
     * use {@link #toString()}.
     */
    @Override
    public final String toJson() {
        return JsonTree.write(toMap());
    }

    /**
     * Returns the members of {@link #toJson()}, in the same order: String, Long, BigDecimal, Boolean, null, and lists
     * and maps of these. The map is new and deeply unmodifiable.
     *
     * <p><b>The map contains all values</b>, like {@code toJson}.
     */
    @JsonValue
    public final Map<String, @Nullable Object> toMap() {
        return MessageTree.of(this);
    }

    /**
     * Parses the JSON of a message. Returns its fields for {@code readFrom}: taking that method as a lambda would cost each
     * generated class a bootstrap method.
     *
     * @throws IllegalArgumentException if the text is not a JSON object, or not the JSON of a message; the exception says
     *     what is wrong and where, but shows nothing of the text, which may contain names and bank accounts
     * @throws NullPointerException if the text is null
     */
    protected static FieldReader fieldsOf(String json) {
        Objects.requireNonNull(json, "json");
        Object tree;
        try {
            tree = JsonTree.readStored(json);
        } catch (JacksonException e) {
            // Without the cause, which quotes the text.
            throw new IllegalArgumentException("the text must be one JSON object: " + JsonTree.problem(e, json));
        }
        if (!(tree instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("the text must be one JSON object (was " + kind(tree) + ")");
        }
        return FieldReader.ofJson(JsonTree.copyOf(members));
    }

    private static String kind(@Nullable Object tree) {
        if (tree instanceof List<?>) {
            return "a list";
        }
        if (tree instanceof String) {
            return "a string";
        }
        return tree == null ? "null" : tree instanceof Boolean ? "a boolean" : "a number";
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

    /** Returns the fields that are present, for people to read. Sensitive fields and put fields are masked. */
    @Override
    public final String toString() {
        return MessagePrinter.print(this);
    }
}
