package io.github.wxpaycodegen.runtime.notification;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verified notification of a type that has no spec, for instance one that WeChat Pay has added. A spec below {@code
 * notifications/} gives it a class.
 */
public final class UnknownNotification extends Notification {
    private final Map<String, ? extends @Nullable Object> fields;

    UnknownNotification(ReceivedNotification received) {
        super(received);
        this.fields = Collections.unmodifiableMap(received.fields());
    }

    /**
     * Returns the content by name: text, BigDecimal, Boolean, null, and lists and maps of these; only text in v2. Empty
     * if {@link #plaintext()} is not a JSON object.
     */
    public Map<String, ? extends @Nullable Object> fields() {
        return fields;
    }
}
