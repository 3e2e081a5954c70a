package io.github.wxpaycodegen.simulator.internal.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes percent-encoded parts of a URL, strictly: text with two possible meanings is rejected. */
public final class Form {
    private Form() {}

    /**
     * Returns the decoded values of a raw query by name, in their order.
     *
     * @throws IllegalArgumentException if it is not an encoded form
     */
    public static Map<String, List<String>> read(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query.isEmpty()) {
            return values;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("a parameter of the query has no name or no value");
            }
            // In a query, and nowhere else in a URL, a plus sign stands for a space.
            values.computeIfAbsent(decode(pair.substring(0, equals).replace('+', ' ')), name -> new ArrayList<>())
                    .add(decode(pair.substring(equals + 1).replace('+', ' ')));
        }
        return values;
    }

    /**
     * Returns the decoded values of a raw query in which each name occurs once.
     *
     * @throws IllegalArgumentException if it is not an encoded form, or a name occurs twice
     */
    public static Map<String, String> readOnce(String query) {
        Map<String, String> once = new LinkedHashMap<>();
        read(query).forEach((name, values) -> {
            if (values.size() > 1) {
                throw new IllegalArgumentException("the query contains a name twice");
            }
            once.put(name, values.get(0));
        });
        return once;
    }

    /**
     * Returns the text of a percent-encoded part of a URL.
     *
     * @throws IllegalArgumentException if an escape is cut short, or the bytes are not UTF-8
     */
    public static String decode(String encoded) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char next = encoded.charAt(i);
            if (next == '%') {
                bytes.put((byte) Integer.parseInt(escape(encoded, i), 16));
                i += 2;
            } else {
                bytes.put((byte) next);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    private static String escape(String encoded, int position) {
        String digits = encoded.substring(Math.min(position + 1, encoded.length()));
        if (!digits.matches("(?s)[0-9A-Fa-f]{2}.*")) {
            throw new IllegalArgumentException("an escape is cut short");
        }
        return digits.substring(0, 2);
    }
}
