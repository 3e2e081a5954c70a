package io.github.wxpaycodegen.runtime.internal.json;

import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** JSON documents as trees of maps, lists, String, BigDecimal, Boolean and null. */
public final class JsonTree {
    private static final int MAX_DEPTH = 64;
    /** A message's own JSON includes the documents in its text fields, each of which may have the maximum depth. */
    private static final int MAX_STORED_DEPTH = 4 * MAX_DEPTH;

    private static final int MAX_DIGITS = 1000;
    /** A number is written with a sign, a point and an exponent, even if it was read without them. */
    private static final int MAX_NUMBER_LENGTH = MAX_DIGITS + 20;
    /** Larger numbers are not written in plain digits: {@code 1E+999999999} has a billion of them. */
    private static final int MAX_PLAIN_SCALE = 100;

    /** The beginning of Jackson's messages about a duplicate name, for which it has no exception class. */
    private static final String DUPLICATE = "Duplicate ";

    private static final JsonFactory FACTORY = factory(MAX_DEPTH);
    private static final JsonFactory STORED = factory(MAX_STORED_DEPTH);

    private JsonTree() {}

    private static JsonFactory factory(int maxDepth) {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .build())
                .build();
    }

    /** Returns a generator that writes UTF-8. */
    public static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /** Returns a generator that writes text. */
    public static JsonGenerator generator(Writer out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /**
     * Returns a copy of maps, lists, texts, booleans and numbers of any kind, as a tree.
     *
     * @throws IllegalArgumentException if it contains any other value
     */
    public static Map<String, @Nullable Object> copyOf(Map<?, ?> members) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("a member must have a text as its name (was " + typeOf(name) + ")");
            }
            copy.put(text, copyOf(member));
        });
        return copy;
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Map<?, ?> members) {
            return copyOf(members);
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> copy = new ArrayList<>();
            elements.forEach(element -> copy.add(copyOf(element)));
            return copy;
        }
        boolean finite =
                !(value instanceof Double || value instanceof Float) || Double.isFinite(((Number) value).doubleValue());
        if (value instanceof Number number && finite) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException(
                "a value must be a text, a finite number, a boolean, a list, a map or null (was " + typeOf(value)
                        + ")");
    }

    private static String typeOf(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    /** Returns a tree as a document in one line. */
    public static String write(@Nullable Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generator(text)) {
            write(json, tree);
        }
        return text.toString();
    }

    /** Writes a tree as the next value of a document. */
    public static void write(JsonGenerator json, @Nullable Object tree) {
        if (tree == null) {
            json.writeNull();
        } else if (tree instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, member) -> {
                json.writeName((String) name);
                write(json, member);
            });
            json.writeEndObject();
        } else if (tree instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(element -> write(json, element));
            json.writeEndArray();
        } else {
            writeScalar(json, tree);
        }
    }

    private static void writeScalar(JsonGenerator json, Object value) {
        if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof BigDecimal number) {
            // Keeps the digits, so that the same number is read again.
            boolean plain = number.scale() >= 0 && number.scale() <= MAX_PLAIN_SCALE;
            json.writeNumber(plain ? number.toPlainString() : number.toString());
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString());
        }
    }

    /**
     * Parses a whole document.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON, contains a duplicate name or a number that is too
     *     long, or is nested too deeply
     */
    public static @Nullable Object read(String document) {
        return read(FACTORY, document);
    }

    /**
     * Parses a whole document that {@link #write} has written, which may be deeper.
     *
     * @throws tools.jackson.core.JacksonException if it is not JSON, contains a duplicate name or too long a number, or
     *     is too deep
     */
    public static @Nullable Object readStored(String document) {
        return read(STORED, document);
    }

    /**
     * Returns what is wrong with a document, and roughly where, as the end of a sentence. It shows nothing of the document,
     * which may contain personal data; the message of the exception does.
     */
    public static String problem(JacksonException failure, String document) {
        TokenStreamLocation location = failure.getLocation();
        String where = location == null || location.getLineNr() < 1
                ? ""
                : ", near line " + location.getLineNr() + ", column " + location.getColumnNr();
        return what(failure) + where + " (was " + document.length()
                + (document.length() == 1 ? " character)" : " characters)");
    }

    private static String what(JacksonException failure) {
        if (failure instanceof RefusedException) {
            return failure.getOriginalMessage();
        }
        if (failure instanceof UnexpectedEndOfInputException) {
            return "it ends too early";
        }
        String message = String.valueOf(failure.getOriginalMessage());
        if (message.startsWith(DUPLICATE)) {
            return "it contains a name twice";
        }
        if (failure instanceof StreamConstraintsException) {
            return message.contains("depth")
                    ? "it is nested too deeply"
                    : "it contains a name or a value that is too long";
        }
        return "it is malformed";
    }

    private static @Nullable Object read(JsonFactory factory, String document) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), document)) {
            parser.nextToken();
            Object value = readValue(parser);
            if (parser.nextToken() != null) {
                throw new RefusedException(parser, "it continues after its end");
            }
            return value;
        }
    }

    private static @Nullable Object readValue(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new RefusedException(parser, "it is empty");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** Rejects a number whose text could not be read again after it is written. */
    private static BigDecimal readNumber(JsonParser parser) {
        BigDecimal number = parser.getDecimalValue();
        if (number.precision() > MAX_DIGITS) {
            throw new RefusedException(parser, "it contains a number of more than " + MAX_DIGITS + " digits");
        }
        return number;
    }

    private static Map<String, @Nullable Object> readObject(JsonParser parser) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, readValue(parser));
        }
        return members;
    }

    private static List<@Nullable Object> readArray(JsonParser parser) {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readValue(parser));
        }
        return elements;
    }

    /** Reports a document that is JSON, but not one document that could be read. Its message has no foreign text. */
    private static final class RefusedException extends StreamReadException {
        private static final long serialVersionUID = 1L;

        RefusedException(JsonParser parser, String message) {
            super(parser, message);
        }
    }
}
