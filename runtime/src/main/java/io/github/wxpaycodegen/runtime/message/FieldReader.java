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
 * Hands the fields of a received object to the message that reads itself from it:
 *
 * <pre>{@code
 * Builder b = new Builder(in);
 * while (in.next()) {
 *     switch (in.name()) {
 *         case "total_fee" -> b.totalFee = in.integer();
 *         case "amount" -> b.amount = in.object(Amount::readFrom);
 *         default -> in.unknown();
 *     }
 * }
 * return new Order(b);
 * }</pre>
 *
 * <p>A reader never refuses a value. One that is not of the field's type (a page can be wrong about its own API) is
 * answered as {@code null} and kept, as it came, among the {@link #unknownFields()}, so that nothing is lost.
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
     * Declares, before the first {@link #next()}, that the message is one to be sent. Whatever its JSON has is sent then: a
     * field that the spec does not name, or a value that is not of its field's type, is put on the message. It makes no
     * difference to what was received.
     */
    void forSending();

    /** Goes to the next field; false after the last one. */
    boolean next();

    /** The name of the current field; for a group of indexed fields its declared name with a leading {@code $}. */
    String name();

    /**
     * Reads text, or the text of a JSON number or boolean. Text that is present but empty is the empty string.
     */
    @Nullable
    String string();

    /** Reads a whole number, given as JSON number or as decimal text. */
    @Nullable
    Long integer();

    /** Reads a decimal number, given as JSON number or as decimal text. */
    @Nullable
    BigDecimal number();

    /** Reads a boolean, given as JSON boolean or as {@code true} or {@code false} in any case. */
    @Nullable
    Boolean bool();

    /** Reads a boolean in the spelling of its field. */
    @Nullable
    Boolean bool(String trueText, String falseText);

    /** Reads a point in time in RFC 3339. */
    @Nullable
    OffsetDateTime dateTime();

    /** Reads a nested object. */
    <T> @Nullable T object(Function<FieldReader, T> readFrom);

    /** Reads a list of text. */
    @Nullable
    List<String> strings();

    /** Reads a list of whole numbers. */
    @Nullable
    List<Long> integers();

    /** Reads a list of decimal numbers. */
    @Nullable
    List<BigDecimal> numbers();

    /** Reads a list of objects. */
    <T> @Nullable List<T> objects(Function<FieldReader, T> readFrom);

    /**
     * Declares, before the first {@link #next()}, a group of indexed fields: from then on the fields that match one of
     * the templates do not show up by themselves, but as one field named {@code $} + {@code name}, read by {@link
     * #indexed}.
     *
     * @param templates the wire names with {@code $n} (and {@code $m}) where the index stands; those of groups within
     *     the group included
     */
    void group(String name, String... templates);

    /** Reads a group of indexed fields: one element an index, in ascending order, under the template names. */
    <T> @Nullable List<T> indexed(Function<FieldReader, T> readFrom);

    /** The value of the next call is a document in the text of this field. */
    FieldReader encoded(Encoding encoding);

    /** The value of the next call is decrypted with the merchant's private key, if it is configured. */
    FieldReader encrypted();

    /** Keeps the current field, which the message does not know, as it came. */
    void unknown();

    /** The fields kept so far by {@link #unknown()}, and the values that were not of their field's type. */
    @Override
    UnknownFields unknownFields();
}
