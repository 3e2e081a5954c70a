package io.github.wxpaycodegen.runtime.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parser of the {@code name=value&...} documents of v2, which are percent-encoded as a whole. */
final class UrlText {
    private UrlText() {}

    /**
     * Parses a document.
     *
     * @throws IllegalArgumentException if it is not urlencoded
     */
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
