package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Receives the fields of a message, one call a field, in the order of the spec. The same {@link
 * Message#writeTo(FieldWriter)} serves every format: XML, JSON, the v2 signature text, {@code toString} and equality.
 *
 * <p>A {@code null} value means that the field is absent: a writer skips it. The decorating methods, from
 * {@link #query()} to {@link #filled}, return a writer for exactly
 * the one call that follows them. So do the rules, from {@link #required()} on: the writer that checks a request heeds them,
 * and to all others they are nothing. A value that is absent breaks no rule but {@code required}.
 */
public interface FieldWriter {
    /** Writes text. */
    void string(String name, @Nullable String value);

    /** Writes a whole number: an amount in fen, a count. */
    void integer(String name, @Nullable Long value);

    /** Writes a decimal number, in plain notation. */
    void number(String name, @Nullable BigDecimal value);

    /** Writes a boolean as JSON has it, or as {@code true} and {@code false} where the format is text. */
    void bool(String name, @Nullable Boolean value);

    /** Writes a boolean in the spelling of its field, {@code Y} and {@code N} for instance. */
    void bool(String name, @Nullable Boolean value, String trueText, String falseText);

    /** Writes a point in time as RFC 3339, with its own offset. */
    void dateTime(String name, @Nullable OffsetDateTime value);

    /** Writes a nested object. */
    void object(String name, @Nullable Message value);

    /** Writes a list of text. */
    void strings(String name, @Nullable List<String> values);

    /** Writes a list of whole numbers. */
    void integers(String name, @Nullable List<Long> values);

    /** Writes a list of decimal numbers. */
    void numbers(String name, @Nullable List<BigDecimal> values);

    /** Writes a list of objects. */
    void objects(String name, @Nullable List<? extends Message> values);

    /**
     * Writes a group of indexed fields: each element writes its fields under template names such as {@code
     * coupon_id_$n}, in which the writer puts the element's position, counted from 0, for {@code $n} (outer group) and
     * {@code $m} (a group within a group).
     *
     * @param name the declared name of the group, which is not on the wire
     */
    void indexed(String name, @Nullable List<? extends Message> values);

    /** Writes the file part of an upload. */
    void file(String name, @Nullable UploadFile value);

    /** Writes a JSON value as it is; where the format is text, by {@link JsonValue#text()}. */
    void json(String name, JsonValue value);

    /** The value of the next call goes into the query of the URL, not into the body. */
    FieldWriter query();

    /** The value of the next call is of no declared field: it goes into the query of a GET, and into the body otherwise. */
    FieldWriter undeclared();

    /** The value of the next call is sent as a header, not in the body. */
    FieldWriter header();

    /** The value of the next call is a document, sent as the text of one string field. */
    FieldWriter encoded(Encoding encoding);

    /** The value of the next call is encrypted with the gateway's public key (RSA-OAEP) on its way out. */
    FieldWriter encrypted();

    /** The value of the next call is a text in whose place its signature by the merchant's private key is sent. */
    FieldWriter signed();

    /** The value of the next call may have characters of four UTF-8 bytes, which v3 does not take elsewhere. */
    FieldWriter emoji();

    /** The value of the next call, where it is {@code null}, is the digest of the file, in lower-case hex. */
    FieldWriter digest(Digest algorithm, @Nullable UploadFile file);

    /** The value of the next call is masked wherever people read it. */
    FieldWriter sensitive();

    /**
     * The value of the next call, where it is {@code null}, is taken from the client's configuration.
     *
     * @param required whether a call fails, before anything is sent, if the configuration has no value either
     */
    FieldWriter filled(Fill fill, boolean required);

    /** The value of the next call must be present: not null, and not an empty list. An empty text is present. */
    default FieldWriter required() {
        return this;
    }

    /** The text of the next call, or each text of its list, has at most {@code limit} characters (Unicode code points). */
    default FieldWriter maxLength(int limit) {
        return this;
    }

    /** The text of the next call, or each text of its list, has at least {@code limit} characters (Unicode code points). */
    default FieldWriter minLength(int limit) {
        return this;
    }

    /** The text of the next call, or each text of its list, matches a pattern as a whole. */
    default FieldWriter pattern(Pattern pattern) {
        return this;
    }

    /**
     * The text of the next call, or its integer in decimal, has a form as a whole.
     *
     * @param form the form, as a noun phrase: {@code a date of the form yyyy-MM-dd}
     */
    default FieldWriter format(Pattern pattern, String form) {
        return this;
    }

    /** The number of the next call, or each of its list, is at least {@code limit}. */
    default FieldWriter minimum(long limit) {
        return minimum(BigDecimal.valueOf(limit));
    }

    /** The number of the next call, or each of its list, is at least {@code limit}. */
    default FieldWriter minimum(BigDecimal limit) {
        return this;
    }

    /** The number of the next call, or each of its list, is at most {@code limit}. */
    default FieldWriter maximum(long limit) {
        return maximum(BigDecimal.valueOf(limit));
    }

    /** The number of the next call, or each of its list, is at most {@code limit}. */
    default FieldWriter maximum(BigDecimal limit) {
        return this;
    }

    /** The list of the next call has at most {@code limit} elements. */
    default FieldWriter maxItems(int limit) {
        return this;
    }

    /** The file of the next call has at most {@code limit} bytes. */
    default FieldWriter maxBytes(long limit) {
        return this;
    }

    /** The file of the next call has one of these media types. */
    default FieldWriter mediaTypes(String... types) {
        return this;
    }

    /** Exactly one of the named fields is present. */
    default void exactlyOneOf(List<String> names, @Nullable Object... values) {}

    /** At least one of the named fields is present. */
    default void atLeastOneOf(List<String> names, @Nullable Object... values) {}
}
