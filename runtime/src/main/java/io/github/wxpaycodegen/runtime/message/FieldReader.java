package io.github.wxpaycodegen.runtime.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands the fields of a received object to the message that reads itself from it, each by its name:
 *
 * <pre>{@code
 * totalFee = in.integer("total_fee");
 * amount = in.object("amount", Amount::readFrom);
 * unknownFields = unknownFields(in);
 * }</pre>
 *
 * <p>A reader never refuses a value. One that is not of the field's type (a page can be wrong about its own API) is read as
 * null and kept, as it came, among the {@link #unknownFields()}, as is each field that nobody has read: nothing is lost. A
 * value that was read is handed over; a second call for it returns null.
 */
public interface FieldReader extends ExtraFields {
    /**
     * Returns a reader of what was received.
     *
     * @param fields maps, lists, String, BigDecimal, Boolean and null by name
     * @param decryption what turns an encrypted text into the plain one; null if it cannot: the text is kept as it came then
     */
    static FieldReader received(
            Map<String, ? extends @Nullable Object> fields, Function<String, @Nullable String> decryption) {
        return TreeFieldReader.received(fields, decryption);
    }

    /**
     * Returns a reader of the members of {@link Message#toMap()}, or of the same members as another JSON library reads them.
     *
     * @throws IllegalArgumentException if a value is not one that JSON has
     */
    @JsonCreator
    static FieldReader ofJson(Map<String, ? extends @Nullable Object> members) {
        return TreeFieldReader.ofJson(JsonTree.copyOf(members));
    }

    /**
     * Declares, before the first field is read, that the message is one to be sent. Whatever its JSON has is sent then: a field
     * that the spec does not name, or a value that is not of its field's type, is put on the message. It makes no difference
     * to what was received.
     */
    void forSending();

    /** Returns the names of the fields that are not read yet, in the order in which they came; never null, unmodifiable. */
    List<String> names();

    /**
     * Reads text, or the text of a JSON number or boolean. Text that is present but empty is the empty string. Null if the
     * field is absent, as in all methods that read.
     */
    @Nullable
    String string(String name);

    /** Reads a whole number, given as JSON number or as decimal text. */
    @Nullable
    Long integer(String name);

    /** Reads a decimal number, given as JSON number or as decimal text. */
    @Nullable
    BigDecimal number(String name);

    /** Reads a boolean, given as JSON boolean or as {@code true} or {@code false} in any case. */
    @Nullable
    Boolean bool(String name);

    /** Reads a boolean in the spelling of its field. */
    @Nullable
    Boolean bool(String name, String trueText, String falseText);

    /** Reads a point in time in RFC 3339. */
    @Nullable
    OffsetDateTime dateTime(String name);

    /** Reads a nested object. */
    <T> @Nullable T object(String name, Function<FieldReader, T> readFrom);

    /** Reads a list of text; a null in it is skipped, as in all methods that read lists. */
    @Nullable
    List<String> strings(String name);

    /** Reads a list of whole numbers. */
    @Nullable
    List<Long> integers(String name);

    /** Reads a list of decimal numbers. */
    @Nullable
    List<BigDecimal> numbers(String name);

    /** Reads a list of objects. */
    <T> @Nullable List<T> objects(String name, Function<FieldReader, T> readFrom);

    /**
     * Reads a group of indexed fields: one element an index, in ascending order, under the template names.
     *
     * @param templates the wire names with {@code $n} (and {@code $m}) where the index stands; those of groups within the
     *     group included
     */
    <T> @Nullable List<T> indexed(Function<FieldReader, T> readFrom, String... templates);

    /** Returns a reader to which the value of the next call is a document in the text of its field. */
    FieldReader encoded(Encoding encoding);

    /** Returns a reader that decrypts the value of the next call with the merchant's private key, if it is configured. */
    FieldReader encrypted();

    /** Returns the fields that nobody has read, and the values that are not of their field's type; never null. */
    @Override
    UnknownFields unknownFields();

    /**
     * Returns the fields that were put on the message; never null.
     *
     * @throws IllegalArgumentException if the message is {@linkplain #forSending() to be sent} and has a field that cannot be
     */
    @Override
    PutFields putFields();
}
