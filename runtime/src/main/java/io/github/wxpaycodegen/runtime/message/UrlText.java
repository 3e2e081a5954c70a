package io.github.wxpaycodegen.runtime.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code name=value&...} documents of v2, which are percent-encoded as a whole. */
final class UrlText {
    private UrlText() {}

    /** Reads a document. Throws IllegalArgumentException if it is none. */
    static Map<String, Object> read(String document) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String pair : URLDecoder.decode(document, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || fields.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("not a urlencoded form");
            }
        }
        return fields;
    }
}
