package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import io.github.wxpaycodegen.runtime.internal.xml.XmlElement;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads a message from a tree of maps, lists, text and JSON values: a verified response, a document in one, or the JSON of a
 * message.
 */
final class TreeFieldReader implements FieldReader {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    /** The fields that were not read yet. */
    private final Map<String, @Nullable Object> fields;

    private final Document document;
    private final boolean element;
    private final Extras extras;
    /** Converts a received value: parses a document in text, or decrypts an encrypted text. */
    private final UnaryOperator<@Nullable Object> transform;

    private TreeFieldReader(
            Map<String, @Nullable Object> fields,
            Document document,
            boolean element,
            Extras extras,
            UnaryOperator<@Nullable Object> transform) {
        this.fields = fields;
        this.document = document;
        this.element = element;
        this.extras = extras;
        this.transform = transform;
    }

    private static TreeFieldReader of(
            Map<String, @Nullable Object> fields, Document document, boolean element, Extras extras) {
        return new TreeFieldReader(fields, document, element, extras, UnaryOperator.identity());
    }

    /**
     * Returns a reader of received fields.
     *
     * @param decryption decrypts a text; returns null if it cannot, and the text is then kept unchanged
     */
    static TreeFieldReader received(
            Map<String, ? extends @Nullable Object> fields, Function<String, @Nullable String> decryption) {
        return of(new LinkedHashMap<>(fields), new Document(decryption, false), false, new Extras());
    }

    /** Returns a reader of the output of {@link MessageTree}, in which nothing is encrypted. */
    static TreeFieldReader ofJson(Map<String, ? extends @Nullable Object> members) {
        return ofJson(members, new Document(text -> text, true));
    }

    private static TreeFieldReader ofJson(Map<String, ? extends @Nullable Object> members, Document document) {
        Extras extras = new Extras();
        return of(Marks.take(members, extras.put, extras.unknown), document, false, extras);
    }

    @Override
    public void forSending() {
        document.sent = document.json;
    }

    @Override
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    @Override
    public <T> @Nullable List<T> indexed(Function<FieldReader, T> readFrom, String... templates) {
        // In its own JSON, an element has the outer number in the place where its template has it.
        boolean inner =
                element || (document.json && Arrays.stream(templates).allMatch(template -> template.contains("$m")));
        IndexedNames group = inner ? IndexedNames.inner(templates) : IndexedNames.outer(templates);
        fields.entrySet().removeIf(field -> group.take(field.getKey(), field.getValue()));
        List<T> all = new ArrayList<>();
        for (Map<String, @Nullable Object> fieldsOfOne : group.elements()) {
            all.add(readFrom.apply(of(fieldsOfOne, document, true, new Extras())));
        }
        return all.isEmpty() ? null : List.copyOf(all);
    }

    @Override
    public @Nullable String string(String name) {
        return one(name, TreeFieldReader::toText);
    }

    @Override
    public @Nullable Long integer(String name) {
        return one(name, TreeFieldReader::toLong);
    }

    @Override
    public @Nullable BigDecimal number(String name) {
        return one(name, TreeFieldReader::toDecimal);
    }

    @Override
    public @Nullable Boolean bool(String name) {
        return one(name, TreeFieldReader::toBoolean);
    }

    @Override
    public @Nullable Boolean bool(String name, String trueText, String falseText) {
        return one(name, v -> trueText.equals(v) ? Boolean.TRUE : falseText.equals(v) ? Boolean.FALSE : toBoolean(v));
    }

    @Override
    public @Nullable OffsetDateTime dateTime(String name) {
        return one(name, TreeFieldReader::toDateTime);
    }

    @Override
    public <T> @Nullable T object(String name, Function<FieldReader, T> readFrom) {
        return one(name, v -> toObject(v, readFrom));
    }

    @Override
    public @Nullable List<String> strings(String name) {
        return list(name, TreeFieldReader::toText);
    }

    @Override
    public @Nullable List<Long> integers(String name) {
        return list(name, TreeFieldReader::toLong);
    }

    @Override
    public @Nullable List<BigDecimal> numbers(String name) {
        return list(name, TreeFieldReader::toDecimal);
    }

    @Override
    public <T> @Nullable List<T> objects(String name, Function<FieldReader, T> readFrom) {
        return list(name, v -> toObject(v, readFrom));
    }

    @Override
    public FieldReader encoded(Encoding encoding) {
        return transforming(value -> value instanceof String text && !text.isEmpty() ? decoded(text, encoding) : value);
    }

    private static @Nullable Object decoded(String text, Encoding encoding) {
        try {
            return encoding == Encoding.JSON ? JsonTree.read(text) : UrlText.read(text);
        } catch (JacksonException | IllegalArgumentException e) {
            return new NotReadable();
        }
    }

    @Override
    public FieldReader encrypted() {
        return document.json ? this : transforming(this::decrypted);
    }

    private @Nullable Object decrypted(@Nullable Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(this::decrypted).toList();
        }
        if (!(value instanceof String text) || text.isEmpty()) {
            return value;
        }
        String plain = document.decryption.apply(text);
        return plain == null ? new NotReadable() : plain;
    }

    private TreeFieldReader transforming(UnaryOperator<@Nullable Object> next) {
        return new TreeFieldReader(fields, document, element, extras, value -> next.apply(this.transform.apply(value)));
    }

    /**
     * Returns the unknown fields. In the JSON of a request, fields are sent even if their type differs from the spec,
     * or if another version wrote them.
     */
    @Override
    public UnknownFields unknownFields() {
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>(extras.unknown);
        if (!document.sent) {
            unknown.putAll(fields);
        }
        return UnknownFields.of(unknown);
    }

    @Override
    public PutFields putFields() {
        Map<String, PutField> put = new LinkedHashMap<>(extras.put);
        if (document.sent) {
            fields.forEach((name, value) -> {
                MessageBuilder.requireName(name);
                put.put(name, new PutField(JsonValue.ofTree(value), false));
            });
        }
        return PutFields.of(put);
    }

    private <T> @Nullable T one(String name, Function<Object, @Nullable T> conversion) {
        Object value = transform.apply(fields.get(name));
        T converted = value == null ? null : conversion.apply(value);
        // An empty text is a text. For any other type, it is how v2 represents an absent value.
        boolean absent = value == null || ("".equals(value) && !document.sent);
        if (converted != null || absent) {
            fields.remove(name);
        }
        return converted;
    }

    private <T> @Nullable List<T> list(String name, Function<Object, @Nullable T> conversion) {
        return one(name, value -> toList(value, conversion));
    }

    private <T> @Nullable List<T> toList(Object value, Function<Object, @Nullable T> conversion) {
        if ("".equals(value)) {
            return null;
        }
        // An XML element that can repeat occurred once. An object of JSON is not a list.
        List<?> elements = value instanceof List<?> all ? all : value instanceof XmlElement ? List.of(value) : null;
        // A request is sent as stored, so none of its elements may be skipped.
        if (elements == null || (document.sent && elements.stream().anyMatch(Objects::isNull))) {
            return null;
        }
        List<T> converted = new ArrayList<>();
        for (Object element : elements) {
            if (element != null) {
                T each = conversion.apply(element);
                if (each == null) {
                    return null;
                }
                converted.add(each);
            }
        }
        return List.copyOf(converted);
    }

    private static @Nullable String toText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        // JSON has a single number type, so the digits as received are the text.
        return value instanceof BigDecimal || value instanceof Boolean ? value.toString() : null;
    }

    private static @Nullable Long toLong(Object value) {
        if (value instanceof String text) {
            return INTEGER.matcher(text).matches() ? toLong(new BigDecimal(text)) : null;
        }
        if (value instanceof BigDecimal number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable BigDecimal toDecimal(Object value) {
        if (value instanceof String text) {
            return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        }
        return value instanceof BigDecimal number ? number : null;
    }

    private static @Nullable Boolean toBoolean(Object value) {
        if (value instanceof String text) {
            return text.equalsIgnoreCase("true") ? Boolean.TRUE : text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
        }
        return value instanceof Boolean bool ? bool : null;
    }

    private static @Nullable OffsetDateTime toDateTime(Object value) {
        try {
            return value instanceof String text ? OffsetDateTime.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private <T> @Nullable T toObject(Object object, Function<FieldReader, T> readFrom) {
        if (!(object instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        map.forEach((key, member) -> members.put((String) key, member));
        return readFrom.apply(document.json ? ofJson(members, document) : of(members, document, false, new Extras()));
    }

    /** Placeholder for a document that cannot be parsed, or a text that cannot be decrypted. */
    private static final class NotReadable {}

    /** State that all readers of a document share. */
    private static final class Document {
        private final Function<String, @Nullable String> decryption;
        /** True for the JSON of a message, false for a received document. */
        private final boolean json;
        /** True for the JSON of a message that is sent. */
        private boolean sent;

        Document(Function<String, @Nullable String> decryption, boolean json) {
            this.decryption = decryption;
            this.json = json;
        }
    }

    /** Fields of an object that its spec does not declare. */
    private static final class Extras {
        private final Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
        private final Map<String, PutField> put = new LinkedHashMap<>();
    }
}
