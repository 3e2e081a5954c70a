package io.github.wxpaycodegen.simulator.internal.values;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes JSON, strictly: it rejects duplicate members and text after the document. Numbers keep their
 * spelling.
 */
public final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /**
     * Parses a document.
     *
     * @throws JacksonException if it is not JSON
     */
    public static JsonNode read(String document) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new StreamReadException(parser, "the document is empty");
            }
            JsonNode value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "there is text after the document");
            }
            return value;
        }
    }

    /** Returns a document in UTF-8. */
    public static byte[] write(JsonNode document) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            document.write(out);
        }
        return text.toByteArray();
    }

    private static JsonNode value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> ScalarNode.of(parser.getString());
            case VALUE_NUMBER_INT -> ScalarNode.integer(parser.getString());
            case VALUE_NUMBER_FLOAT -> ScalarNode.decimal(parser.getString());
            case VALUE_TRUE -> ScalarNode.of(true);
            case VALUE_FALSE -> ScalarNode.of(false);
            case VALUE_NULL -> ScalarNode.NULL;
            default -> throw new StreamReadException(parser, "a document cannot contain " + token);
        };
    }

    private static ObjectNode object(JsonParser parser) {
        ObjectNode object = new ObjectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.set(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        ArrayNode list = new ArrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            list.add(value(parser, token));
        }
        return list;
    }
}
