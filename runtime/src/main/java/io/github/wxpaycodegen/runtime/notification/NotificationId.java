package io.github.wxpaycodegen.runtime.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The identity of a v2 notification: its event id, or a digest of its content, which is the same in each delivery. */
final class NotificationId {
    /** Fields that differ between deliveries of one notification. */
    private static final Set<String> PASSING = Set.of("sign", "sign_type", "nonce_str");

    private NotificationId() {}

    static String of(Map<String, Object> fields) {
        if (fields.get("event_id") instanceof String id && !id.isEmpty()) {
            return id;
        }
        StringBuilder text = new StringBuilder();
        append(text, fields);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }

    /** Appends each name and value with its length first, so that different messages have different texts. */
    private static void append(StringBuilder text, Map<?, ?> fields) {
        new TreeMap<Object, Object>(fields).forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                StringBuilder nested = new StringBuilder();
                append(nested, inner);
                append(text, (String) name, nested.toString());
            } else if (!PASSING.contains(name)) {
                append(text, (String) name, (String) value);
            }
        });
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(name.length()).append(':').append(name);
        text.append(value.length()).append(':').append(value);
    }
}
