package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.FitMessages;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Any bytes are a JSON object, which is read again as it was written, or are refused as declared. */
public final class JsonFuzz {
    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        Map<String, @Nullable Object> object;
        try {
            object = JsonDocument.read(input);
        } catch (IllegalArgumentException e) {
            FitMessages.require(e);
            return;
        }
        String text = JsonDocument.write(object);
        // A lone surrogate can be escaped in JSON, and is in no UTF-8.
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && !JsonDocument.read(text.getBytes(StandardCharsets.UTF_8)).equals(object)) {
            throw new AssertionError("what was written is read as something else");
        }
    }
}
