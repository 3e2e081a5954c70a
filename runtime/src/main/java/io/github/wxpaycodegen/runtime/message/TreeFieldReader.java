package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    private final Map<String, @Nullable Object> fields;
    private final Document document;
    private final boolean element;
    private final Extras extras;
    private final List<IndexedNames> groups = new ArrayList<>();

    private @Nullable Iterator<? extends Map.Entry<String, ? extends @Nullable Object>> remaining;
    private String name = "";
    private @Nullable Object value;
    /** The text from which the current value was decrypted or decoded; null if the value is as received. */
    private @Nullable Object received;

    private TreeFieldReader(Map<String, @Nullable Object> fields, Document document, boolean element, Extras extras) {
        this.fields = fields;
        this.document = document;
        this.element = element;
        this.extras = extras;
    }

    /**
     * Reads what was received.
     *
     * @param decryption what turns an encrypted text into the plain one; null if it cannot: the text is kept as it came then
     */
    static TreeFieldReader received(
            Map<String, ? extends @Nullable Object> fields, Function<String, @Nullable String> decryption) {
        return new TreeFieldReader(new LinkedHashMap<>(fields), new Document(decryption, false), false, new Extras());
    }

    /** Reads what {@link MessageTree} has written, where nothing is encrypted. */
    static TreeFieldReader ofJson(Map<String, ? extends @Nullable Object> members) {
        return ofJson(members, new Document(text -> text, true));
    }

    private static TreeFieldReader ofJson(Map<String, ? extends @Nullable Object> members, Document document) {
        Extras extras = new Extras();
        return new TreeFieldReader(Marks.take(members, extras.put, extras.unknown), document, false, extras);
    }

    @Override
    public void forSending() {
        document.sent = document.json;
    }

    @Override
    public boolean next() {
        if (remaining == null) {
            remaining = takeGroups().entrySet().iterator();
        }
        if (!remaining.hasNext()) {
            return false;
        }
        Map.Entry<String, ? extends @Nullable Object> entry = remaining.next();
        name = entry.getKey();
        value = entry.getValue();
        return true;
    }

    private Map<String, @Nullable Object> takeGroups() {
        if (groups.isEmpty()) {
            return fields;
        }
        Map<String, @Nullable Object> single = new LinkedHashMap<>();
        fields.forEach((key, text) -> {
            if (groups.stream().noneMatch(group -> group.take(key, text))) {
                single.put(key, text);
            }
        });
        for (IndexedNames group : groups) {
            if (!group.elements().isEmpty()) {
                single.put("$" + group.group(), group);
            }
        }
        return single;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void group(String group, String... templates) {
        // The JSON of an element by itself has the outer index as its template has it.
        boolean inner =
                element || (document.json && Arrays.stream(templates).allMatch(template -> template.contains("$m")));
        groups.add(inner ? IndexedNames.inner(group, templates) : IndexedNames.outer(group, templates));
    }

    @Override
    public <T> @Nullable List<T> indexed(Function<FieldReader, T> readFrom) {
        if (!(value instanceof IndexedNames group)) {
            return null;
        }
        List<T> all = new ArrayList<>();
        for (Map<String, @Nullable Object> fieldsOfOne : group.elements()) {
            all.add(readFrom.apply(new TreeFieldReader(fieldsOfOne, document, true, new Extras())));
        }
        return List.copyOf(all);
    }

    @Override
    public @Nullable String string() {
        return one(TreeFieldReader::toText);
    }

    @Override
    public @Nullable Long integer() {
        return one(TreeFieldReader::toLong);
    }

    @Override
    public @Nullable BigDecimal number() {
        return one(TreeFieldReader::toDecimal);
    }

    @Override
    public @Nullable Boolean bool() {
        return one(TreeFieldReader::toBoolean);
    }

    @Override
    public @Nullable Boolean bool(String trueText, String falseText) {
        return one(v -> trueText.equals(v) ? Boolean.TRUE : falseText.equals(v) ? Boolean.FALSE : toBoolean(v));
    }

    @Override
    public @Nullable OffsetDateTime dateTime() {
        return one(TreeFieldReader::toDateTime);
    }

    @Override
    public <T> @Nullable T object(Function<FieldReader, T> readFrom) {
        return one(v -> toObject(v, readFrom));
    }

    @Override
    public @Nullable List<String> strings() {
        return list(TreeFieldReader::toText);
    }

    @Override
    public @Nullable List<Long> integers() {
        return list(TreeFieldReader::toLong);
    }

    @Override
    public @Nullable List<BigDecimal> numbers() {
        return list(TreeFieldReader::toDecimal);
    }

    @Override
    public <T> @Nullable List<T> objects(Function<FieldReader, T> readFrom) {
        return list(v -> toObject(v, readFrom));
    }

    @Override
    public FieldReader encoded(Encoding encoding) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return this;
        }
        try {
            return valueReader(encoding == Encoding.JSON ? JsonTree.read(text) : UrlText.read(text), text);
        } catch (JacksonException | IllegalArgumentException e) {
            return valueReader(new NotReadable(), text);
        }
    }

    @Override
    public FieldReader encrypted() {
        if (document.json) {
            return this;
        }
        if (value instanceof String text && !text.isEmpty()) {
            return valueReader(decrypted(text), text);
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return valueReader(
                    list.stream().map(text -> decrypted((String) text)).toList(), list);
        }
        return this;
    }

    private Object decrypted(String text) {
        String plain = document.decryption.apply(text);
        return plain == null ? new NotReadable() : plain;
    }

    private TreeFieldReader valueReader(@Nullable Object ofValue, Object asReceived) {
        TreeFieldReader reader = new TreeFieldReader(Map.of(), document, element, extras);
        reader.name = name;
        reader.value = ofValue;
        reader.received = asReceived;
        return reader;
    }

    /**
     * Fields in the JSON of a request are sent even if their type differs from the spec, or if they come from another
     * version.
     */
    @Override
    public void unknown() {
        Object kept = received != null ? received : value;
        if (document.sent) {
            MessageBuilder.requireName(name);
            extras.put.put(name, new PutField(JsonValue.ofTree(kept), false));
        } else {
            extras.unknown.put(name, kept);
        }
    }

    @Override
    public UnknownFields unknownFields() {
        return UnknownFields.of(extras.unknown);
    }

    @Override
    public PutFields putFields() {
        return PutFields.of(extras.put);
    }

    private <T> @Nullable T one(Function<Object, @Nullable T> conversion) {
        if (value == null) {
            return null;
        }
        T converted = conversion.apply(value);
        // Empty text is a text; where anything else is meant, it is how v2 says that there is nothing.
        if (converted == null && !"".equals(value)) {
            unknown();
        }
        return converted;
    }

    private <T> @Nullable List<T> list(Function<Object, @Nullable T> conversion) {
        if (value == null || "".equals(value)) {
            return null;
        }
        // An XML element that may repeat came once.
        List<?> elements = value instanceof List<?> all ? all : value instanceof Map<?, ?> ? List.of(value) : null;
        List<T> converted = new ArrayList<>();
        for (int i = 0; elements != null && i < elements.size(); i++) {
            T each = elements.get(i) == null ? null : conversion.apply(elements.get(i));
            if (each == null) {
                elements = null;
            } else {
                converted.add(each);
            }
        }
        if (elements == null) {
            unknown();
            return null;
        }
        return List.copyOf(converted);
    }

    private static @Nullable String toText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        // JSON has one kind of number: the digits, as they came, are its text.
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
        return readFrom.apply(
                document.json
                        ? ofJson(members, document)
                        : new TreeFieldReader(members, document, false, new Extras()));
    }

    /** Replacement for a document that cannot be read, or a text that cannot be decrypted. */
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
