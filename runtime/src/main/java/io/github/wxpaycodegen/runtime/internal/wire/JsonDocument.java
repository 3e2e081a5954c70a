package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Parses received JSON bodies. */
public final class JsonDocument {
    private JsonDocument() {}

    /**
     * Parses an object to maps, lists, String, BigDecimal, Boolean and null.
     *
     * @throws IllegalArgumentException if the body is not UTF-8, is not exactly one JSON object, contains a duplicate
     *     name or a number of more than 1,000 digits, or is nested too deeply
     */
    public static Map<String, @Nullable Object> read(byte[] body) {
        String text = decode(body);
        try {
            if (JsonTree.read(text) instanceof Map<?, ?> members) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                members.forEach((name, value) -> object.put((String) name, value));
                return object;
            }
            throw new IllegalArgumentException("the document is not an object");
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the document is not JSON: " + JsonTree.problem(e, text), ForeignText.cause(e));
        }
    }

    private static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the document is not UTF-8", e);
        }
    }

    /** Returns a value that {@link #read} has parsed as a document in one line. */
    public static String write(@Nullable Object value) {
        return JsonTree.write(value);
    }
}
