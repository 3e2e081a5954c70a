package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** An error document that the gateway sends instead of a bill: XML in v2, JSON in v3. */
final class ErrorDocument {
    static final int MAX_BYTES = 1 << 14;
    /** The elements of such a document that describe the error; they contain no personal data. */
    private static final String[] TELLING = {
        "return_code", "return_msg", "result_code", "err_code", "err_code_des", "error_code", "code", "message"
    };

    private static final JsonFactory JSON = new JsonFactory();

    private ErrorDocument() {}

    /**
     * Returns an exception with the error that the document describes; for a foreign document, only with its format.
     */
    static BillFormatException read(byte[] document, boolean xml) {
        Map<String, String> fields = xml ? xml(document) : json(document);
        StringJoiner said = new StringJoiner(", ", " (", ")").setEmptyValue("");
        for (String name : TELLING) {
            @Nullable String value = fields.get(name);
            if (value != null) {
                said.add(name + ": " + ForeignText.shown(value));
            }
        }
        return BillFormatException.of("the file is an error document, " + (xml ? "XML or HTML" : "JSON") + said, null);
    }

    private static Map<String, String> xml(byte[] document) {
        try {
            return V2Xml.read(document);
        } catch (XmlFormatException e) {
            return Map.of();
        }
    }

    private static Map<String, String> json(byte[] document) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = new String(document, StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    fields.put(name, parser.getString());
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            // The fields before the syntax error are still useful.
            return fields;
        }
        return fields;
    }
}
