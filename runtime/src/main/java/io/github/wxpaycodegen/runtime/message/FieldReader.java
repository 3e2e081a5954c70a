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
 * Passes the fields of a received object to the message that is parsed from it. The message reads each field by its
 * name:
 *
 * <pre>{@code
 * totalFee = in.integer("total_fee");
 * amount = in.object("amount", Amount::readFrom);
 * unknownFields = unknownFields(in);
 * }</pre>
 *
 * <p>A reader rejects no value. A value that does not have the type of its field (a documentation page can be wrong) is
 * read as null and kept unchanged in the {@link #unknownFields()}, together with all fields that were not read. Each
 * value is read once; reading it again returns null.
 *
 * <p>Do not implement it: methods are added without notice.
 */
public interface FieldReader extends ExtraFields {
    /**
     * Returns a reader of received fields.
     *
     * @param fields maps, lists, String, BigDecimal, Boolean and null by name
     * @param decryption decrypts a text; returns null if it cannot, and the text is then kept unchanged
     */
    static FieldReader received(
            Map<String, ? extends @Nullable Object> fields, Function<String, @Nullable String> decryption) {
        return TreeFieldReader.received(fields, decryption);
    }

    /**
     * Returns a reader of the members of {@link Message#toMap()}, or of the same members as parsed by another JSON
     * library.
     *
     * @throws IllegalArgumentException if a value is not a JSON value
     */
    @JsonCreator
    static FieldReader ofJson(Map<String, ? extends @Nullable Object> members) {
        return TreeFieldReader.ofJson(JsonTree.copyOf(members));
    }

    /**
     * Declares that the message will be sent. Must be called before the first field is read. All fields in the JSON of
     * such a message are sent: a field that the spec does not declare, or a value that does not have the type of its
     * field, is put on the message. So is a list with a null element, and an empty text of a field that is not a text.
     * Has no effect on received messages.
     */
    void forSending();

    /** Returns the names of the fields that were not read yet, in the order received; never null, unmodifiable. */
    List<String> names();

    /**
     * Reads a text, or the text of a JSON number or boolean; null if the field is absent, as in all methods that read.
     * An empty text is read as an empty string.
     */
    @Nullable
    String string(String name);

    /** Reads a whole number, given as a JSON number or as decimal text. */
    @Nullable
    Long integer(String name);

    /** Reads a decimal number, given as a JSON number or as decimal text. */
    @Nullable
    BigDecimal number(String name);

    /** Reads a boolean, given as a JSON boolean or as {@code true} or {@code false} in any case. */
    @Nullable
    Boolean bool(String name);

    /** Reads a boolean in the spelling of its field. */
    @Nullable
    Boolean bool(String name, String trueText, String falseText);

    /** Reads a time in RFC 3339. */
    @Nullable
    OffsetDateTime dateTime(String name);

    /** Reads a nested object. */
    <T> @Nullable T object(String name, Function<FieldReader, T> readFrom);

    /**
     * Reads a list of texts. As in all methods that read lists, null elements are skipped, unless the message {@linkplain
     * #forSending() will be sent}: a list with a null element is then put on the message unchanged. An object of JSON is
     * not a list of one.
     */
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
     * Reads a group of numbered fields: one element for each number, in ascending order.
     *
     * @param templates the wire names with {@code $n} (and {@code $m}) in place of the number, including those of
     *     nested groups
     */
    <T> @Nullable List<T> indexed(Function<FieldReader, T> readFrom, String... templates);

    /** Returns a reader for one call, which parses the text of the field as a document. */
    FieldReader encoded(Encoding encoding);

    /**
     * Returns a reader for one call, which decrypts the value with the merchant's private key, if one is configured.
     */
    FieldReader encrypted();

    /** Returns the fields that were not read, and the values that do not have the type of their field; never null. */
    @Override
    UnknownFields unknownFields();

    /**
     * Returns the fields that were put on the message; never null.
     *
     * @throws IllegalArgumentException if the message is {@linkplain #forSending() to be sent} and contains a field
     *     that cannot be put
     */
    @Override
    PutFields putFields();
}
