package io.github.wxpaycodegen.springboot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Reads the keys and certificates that a property has in Base64, or at a location that Spring can read. */
final class ContentReader {
    private static final String BASE64 = "base64:";
    private static final String CLASSPATH = "classpath:";
    private static final String FILE = "file:";

    private final ResourceLoader resources;

    ContentReader(ResourceLoader resources) {
        this.resources = resources;
    }

    /** Returns true if a value is not the content itself. */
    static boolean isEncoded(String value) {
        return value.startsWith(BASE64) || isLocation(value);
    }

    /** Returns true if a value is a location. */
    static boolean isLocation(String value) {
        return value.startsWith(CLASSPATH) || value.startsWith(FILE);
    }

    /**
     * Returns the content that a value stands for.
     *
     * @throws IllegalArgumentException if it cannot be read; the message does not show it
     */
    byte[] read(String value) {
        if (value.startsWith(BASE64)) {
            try {
                return Base64.getDecoder()
                        .decode(value.substring(BASE64.length()).replaceAll("\\s", ""));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("the text after base64: must be Base64", e);
            }
        }
        Resource resource = resources.getResource(value.strip());
        try {
            byte[] content = resource.getContentAsByteArray();
            if (content.length == 0) {
                throw new IllegalArgumentException(resource.getDescription() + " is empty");
            }
            return content;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read " + resource.getDescription() + ": check that it exists and is readable", e);
        }
    }

    /** Returns a content as the runtime expects it in a text. */
    static String asText(byte[] content, boolean isBinary) {
        return isBinary ? Base64.getEncoder().encodeToString(content) : new String(content, StandardCharsets.UTF_8);
    }
}
