package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Masks bodies for the log: the structure is kept and every value is masked, since any of them may be secret. */
public final class MaskedBody {
    private static final String MASK = "***";

    private MaskedBody() {}

    /** Returns an XML body with the characters inside its elements masked. */
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

    /** Returns a JSON body that the client itself wrote, with its values masked. */
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
