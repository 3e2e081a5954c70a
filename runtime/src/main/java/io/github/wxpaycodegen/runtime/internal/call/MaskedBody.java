package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body for the log: the structure as it is, every value masked, for nobody knows which of them are secret. */
public final class MaskedBody {
    private static final String MASK = "***";

    private MaskedBody() {}

    /** An XML body: the characters within its elements masked one by one. */
    public static String xml(byte[] body) {
        StringBuilder masked = new StringBuilder(body.length);
        boolean inTag = false;
        String text = new String(body, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inTag = c == '<' || (inTag && c != '>');
            masked.append(inTag || c == '>' || Character.isWhitespace(c) ? c : '*');
        }
        return masked.toString();
    }

    /** A JSON body of our own making: its values masked. */
    public static String json(byte[] body) {
        return JsonDocument.write(mask(JsonDocument.read(body)));
    }

    private static Object mask(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<Object, Object> masked = new LinkedHashMap<>();
            object.forEach((name, member) -> masked.put(name, mask(member)));
            return masked;
        }
        return value instanceof List<?> list
                ? list.stream().map(MaskedBody::mask).toList()
                : MASK;
    }
}
