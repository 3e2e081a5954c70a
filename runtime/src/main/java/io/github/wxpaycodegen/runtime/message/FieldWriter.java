package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives the fields of a message, one call a field, in the order of the spec. The same {@link
 * Message#writeTo(FieldWriter)} serves every format: XML, JSON, the v2 signature text, {@code toString} and equality.
 *
 * <p>A {@code null} value means that the field is absent: a writer skips it. The decorating methods, from
 * {@link #query()} to {@link #filled}, return a writer for exactly
 * the one call that follows them.
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

    /** Writes an enum of strings by its wire value. */
    void stringEnum(String name, @Nullable StringEnum value);

    /** Writes an enum of integers by its wire value. */
    void integerEnum(String name, @Nullable IntegerEnum value);

    /** Writes a nested object. */
    void object(String name, @Nullable Message value);

    /** Writes a list of text. */
    void strings(String name, @Nullable List<String> values);

    /** Writes a list of whole numbers. */
    void integers(String name, @Nullable List<Long> values);

    /** Writes a list of decimal numbers. */
    void numbers(String name, @Nullable List<BigDecimal> values);

    /** Writes a list of enums of strings. */
    void stringEnums(String name, @Nullable List<? extends StringEnum> values);

    /** Writes a list of enums of integers. */
    void integerEnums(String name, @Nullable List<? extends IntegerEnum> values);

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
}
