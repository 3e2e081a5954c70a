package io.github.wxpaycodegen.runtime.notification;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notification that no spec describes, as genuine as any other: one that WeChat Pay has added since. A spec below {@code
 * notifications/} gives it a class.
 */
public final class UnknownNotification extends Notification {
    private final Map<String, ? extends @Nullable Object> fields;

    UnknownNotification(ReceivedNotification received) {
        super(received);
        this.fields = Collections.unmodifiableMap(received.fields());
    }

    /**
     * What it says, by name: text, BigDecimal, Boolean, null, and lists and maps of these; text alone in v2. Empty where
     * {@link #plaintext()} is no JSON object.
     */
    public Map<String, ? extends @Nullable Object> fields() {
        return fields;
    }
}
