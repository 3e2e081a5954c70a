package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Receives the fields of a message, one call for each field, in the order of the spec. The same {@link
 * Message#writeTo(FieldWriter)} serves all formats: XML, JSON, the v2 signature text, {@code toString} and equality.
 *
 * <p>A {@code null} value means that the field is absent; writers skip it. The decorating methods, {@link #query()} to
 * {@link #filled}, and the rules, starting with {@link #required()}, return a writer for the next call only. Only the
 * writer that validates a request evaluates the rules; all others ignore them. An absent value violates no rule except
 * {@code required}.
 *
 * <p>Do not implement it: methods are added without notice.
 */
public interface FieldWriter {
    /** Writes a text. */
    void string(String name, @Nullable String value);

    /** Writes a whole number, for instance an amount in fen or a count. */
    void integer(String name, @Nullable Long value);

    /** Writes a decimal number, in plain notation. */
    void number(String name, @Nullable BigDecimal value);

    /** Writes a boolean: as a JSON boolean, or as {@code true} or {@code false} in text formats. */
    void bool(String name, @Nullable Boolean value);

    /** Writes a boolean in the spelling of its field, for instance {@code Y} and {@code N}. */
    void bool(String name, @Nullable Boolean value, String trueText, String falseText);

    /** Writes a time in RFC 3339, with its own offset. */
    void dateTime(String name, @Nullable OffsetDateTime value);

    /** Writes a nested object. */
    void object(String name, @Nullable Message value);

    /** Writes a list of texts. */
    void strings(String name, @Nullable List<String> values);

    /** Writes a list of whole numbers. */
    void integers(String name, @Nullable List<Long> values);

    /** Writes a list of decimal numbers. */
    void numbers(String name, @Nullable List<BigDecimal> values);

    /** Writes a list of objects. */
    void objects(String name, @Nullable List<? extends Message> values);

    /**
     * Writes a group of numbered fields. Each element writes its fields under template names such as {@code
     * coupon_id_$n}. The writer replaces {@code $n} (outer group) and {@code $m} (nested group) with the element's
     * position, counted from 0.
     *
     * @param name the declared name of the group, which is not on the wire
     */
    void indexed(String name, @Nullable List<? extends Message> values);

    /** Writes the file part of an upload. */
    void file(String name, @Nullable UploadFile value);

    /** Writes a JSON value unchanged; in text formats, as {@link JsonValue#text()}. */
    void json(String name, JsonValue value);

    /** Returns a writer that sends the next value in the query of the URL instead of the body. */
    FieldWriter query();

    /**
     * Returns a writer for the value of an undeclared field: a GET sends it in the query, other methods in the body.
     */
    FieldWriter undeclared();

    /** Returns a writer that sends the next value as a header instead of in the body. */
    FieldWriter header();

    /** Returns a writer that sends the next value as a document, in the text of one string field. */
    FieldWriter encoded(Encoding encoding);

    /** Returns a writer that encrypts the next value with the gateway's public key (RSA-OAEP) when it is sent. */
    FieldWriter encrypted();

    /** Returns a writer that sends, instead of the next value, its signature made with the merchant's private key. */
    FieldWriter signed();

    /**
     * Returns a writer that permits characters of four UTF-8 bytes in the next value; v3 rejects them in other fields.
     */
    FieldWriter emoji();

    /**
     * Returns a writer that replaces the next value, if it is {@code null}, with the digest of the file in lower-case
     * hex.
     */
    FieldWriter digest(Digest algorithm, @Nullable UploadFile file);

    /** Returns a writer that masks the next value in logs and other output for people. */
    FieldWriter sensitive();

    /**
     * Returns a writer that takes the next value, if it is {@code null}, from the client's configuration.
     *
     * @param required whether a call without a value fails before anything is sent
     */
    FieldWriter filled(Fill fill, boolean required);

    /** Requires the next value to be present: not null and not an empty list. An empty text is present. */
    default FieldWriter required() {
        return this;
    }

    /** Limits the next text, or each text of the list, to at most {@code limit} characters (Unicode code points). */
    default FieldWriter maxLength(int limit) {
        return this;
    }

    /**
     * Requires at least {@code limit} characters (Unicode code points) in the next text, or in each text of the list.
     */
    default FieldWriter minLength(int limit) {
        return this;
    }

    /** Requires the whole of the next text, or of each text of the list, to match a pattern. */
    default FieldWriter pattern(Pattern pattern) {
        return this;
    }

    /**
     * Requires the whole of the next text, or of the next integer in decimal, to match a pattern.
     *
     * @param form describes the pattern in error messages, as a noun phrase: {@code a date of the form yyyy-MM-dd}
     */
    default FieldWriter format(Pattern pattern, String form) {
        return this;
    }

    /** Requires the next number, or each number of the list, to be at least {@code limit}. */
    default FieldWriter minimum(long limit) {
        return minimum(BigDecimal.valueOf(limit));
    }

    /** Requires the next number, or each number of the list, to be at least {@code limit}. */
    default FieldWriter minimum(BigDecimal limit) {
        return this;
    }

    /** Requires the next number, or each number of the list, to be at most {@code limit}. */
    default FieldWriter maximum(long limit) {
        return maximum(BigDecimal.valueOf(limit));
    }

    /** Requires the next number, or each number of the list, to be at most {@code limit}. */
    default FieldWriter maximum(BigDecimal limit) {
        return this;
    }

    /** Limits the next list to at most {@code limit} elements. */
    default FieldWriter maxItems(int limit) {
        return this;
    }

    /** Limits the next file to at most {@code limit} bytes. */
    default FieldWriter maxBytes(long limit) {
        return this;
    }

    /** Requires the next file to have one of these media types. */
    default FieldWriter mediaTypes(String... types) {
        return this;
    }

    /** Requires exactly one of the named fields to be present. */
    default void exactlyOneOf(List<String> names, @Nullable Object... values) {}

    /** Requires at least one of the named fields to be present. */
    default void atLeastOneOf(List<String> names, @Nullable Object... values) {}
}
