package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builder of a message. Besides a setter for each declared field, it has methods to put fields that the spec does not
 * declare, or declares wrongly. Not thread-safe.
 *
 * <p>A put field is sent and signed as given, without a check of its type or limits: for a GET in the query, otherwise
 * in the body. If it has the name of a declared field, it replaces that field: it is sent in the same place and counts
 * as present for all rules, but is neither filled in nor checked, and the accessor of the declared field returns null.
 * Path segments cannot be put. If a name is put twice, the last value counts.
 *
 * <p>{@code build()} of the request fails if a field is both put and set by its setter, if the name is that of a file,
 * or if the name is that of an encrypted field and was put with {@code putField}.
 *
 * <p>Only generated classes extend this class. It gets no more methods, because a generated class may have one of the same
 * name, from a field: what is new becomes a static method elsewhere.
 *
 * @param <B> the generated builder
 */
public abstract class MessageBuilder<B extends MessageBuilder<B>> {
    /** Names that are valid in XML, queries, forms and headers. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");

    private static final Set<String> SET_BY_CLIENT = Set.of("sign", "nonce_str", "workwx_sign");

    private final ExtraFields origin;
    private @Nullable Map<String, PutField> put;

    /** Creates a builder with the extra fields of a message or reader. They are read when the message is built. */
    protected MessageBuilder(ExtraFields origin) {
        this.origin = origin;
    }

    /**
     * Puts a text.
     *
     * @param name the name on the wire
     * @throws IllegalArgumentException if the name is {@code sign}, {@code nonce_str} or {@code workwx_sign}, which the client
     *     sets, or cannot be a name: a letter or an underscore, then up to 127 letters, digits, underscores, dots and hyphens
     */
    public final B putField(String name, String value) {
        return put(name, JsonValue.of(value), false);
    }

    /**
     * Puts a whole number.
     *
     * @param name the name on the wire
     * @throws IllegalArgumentException under the same conditions as {@link #putField(String, String)}
     */
    public final B putField(String name, long value) {
        return put(name, JsonValue.of(BigDecimal.valueOf(value)), false);
    }

    /**
     * Puts a decimal number, which is sent in plain notation with all its digits.
     *
     * @param name the name on the wire
     * @throws IllegalArgumentException under the same conditions as {@link #putField(String, String)}, and if the
     *     number has more than 1000 digits or more than 100 after its decimal point
     */
    public final B putField(String name, BigDecimal value) {
        return put(name, JsonValue.of(value), false);
    }

    /**
     * Puts a boolean: a JSON boolean, or {@code true} and {@code false} in text formats.
     *
     * @param name the name on the wire
     * @throws IllegalArgumentException under the same conditions as {@link #putField(String, String)}
     */
    public final B putField(String name, boolean value) {
        return put(name, JsonValue.of(value), false);
    }

    /**
     * Puts a value of any type. In text formats, such as v2 and queries, an object, a list or null is sent as its JSON.
     *
     * @param name the name on the wire
     * @param json one JSON document
     * @throws IllegalArgumentException under the same conditions as {@link #putField(String, String)}, and if the value
     *     is not JSON, contains a duplicate name or is nested deeper than 64 levels
     */
    public final B putJsonField(String name, String json) {
        return put(name, JsonValue.parse(json), false);
    }

    /**
     * Puts a text that is encrypted with the gateway's key when it is sent, like declared sensitive fields. A call
     * fails before anything is sent if no gateway key is configured or the text is too long for it.
     *
     * @param name the name on the wire
     * @param plainText the text before encryption
     * @throws IllegalArgumentException under the same conditions as {@link #putField(String, String)}
     */
    public final B putEncryptedField(String name, String plainText) {
        return put(name, JsonValue.of(plainText), true);
    }

    private B put(String name, JsonValue value, boolean encrypted) {
        requireName(name);
        if (put == null) {
            put = new LinkedHashMap<>(origin.putFields().asMap());
        }
        put.put(name, new PutField(value, encrypted));
        removeDefault(name);
        @SuppressWarnings("unchecked") // A generated builder is its own type argument.
        B self = (B) this;
        return self;
    }

    /**
     * Checks that a field of this name can be put.
     *
     * @throws IllegalArgumentException if it cannot
     */
    static void requireName(String name) {
        if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
            throw new IllegalArgumentException("a field must have a name of 1 to 128 letters, digits, underscores, dots"
                    + " and hyphens that begins with a letter or an underscore (was " + ForeignText.shown(name) + ")");
        }
        if (SET_BY_CLIENT.contains(name)) {
            throw new IllegalArgumentException(name + " is set by the client itself and cannot be put");
        }
    }

    /** Removes the default of the named field, for instance a constant, because a put field replaces it. */
    protected void removeDefault(String name) {}

    UnknownFields unknownFields() {
        return origin.unknownFields();
    }

    PutFields putFields() {
        return put == null ? origin.putFields() : PutFields.of(put);
    }
}
