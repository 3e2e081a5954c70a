package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that the gateway sent, verified, decrypted and read. Generated classes give it the fields of its type; what has
 * no such class is an {@link UnknownNotification}.
 *
 * <p>Notifications come more than once, and in any order: an order that is paid stays paid when the notification comes
 * again.
 */
public abstract class Notification {
    private final ReceivedNotification received;

    /** Generated classes alone extend this class; it grows as the generator does. */
    protected Notification(ReceivedNotification received) {
        this.received = received;
    }

    /**
     * What tells this notification from others, however often it is sent: in v3 its {@code id}, in v2 its {@code
     * event_id}, or, where it has none, a digest of what it says.
     */
    public final String id() {
        return received.id();
    }

    /** The protocol that it came in. */
    public final Protocol protocol() {
        return received.protocol();
    }

    /** Its event type, {@code TRANSACTION.SUCCESS}; null if it has none, as most of v2. */
    public final @Nullable String eventType() {
        return received.eventType();
    }

    /** What the resource was before it was encrypted, {@code transaction}; null in v2 and where it is not said. */
    public final @Nullable String originalType() {
        return received.originalType();
    }

    /** When the gateway made it; null in v2 and where it is not said in RFC 3339. */
    public final @Nullable OffsetDateTime createTime() {
        return received.createTime();
    }

    /** What has happened, in a few Chinese words; null in v2 and where it is not said. */
    public final @Nullable String summary() {
        return received.summary();
    }

    /**
     * Whether a signature or an authenticated encryption proves where it comes from. That of a v2 refund does not: its
     * encryption alone says that the sender has the key, and not that it says this now. Query the refund before acting.
     */
    public final boolean isAuthenticated() {
        return received.authenticated();
    }

    /** What it says, decrypted, as it came: the JSON of the resource in v3; in v2 the decrypted XML, or else the whole. */
    public final String plaintext() {
        return received.plaintext();
    }

    /** The fields as they came. */
    final Map<String, ? extends @Nullable Object> receivedFields() {
        return received.fields();
    }

    /** Its type and its id; not what it says. */
    @Override
    public final String toString() {
        String event = eventType() == null ? "" : "eventType=" + ForeignText.shown(eventType()) + ", ";
        return getClass().getSimpleName() + "{" + event + "id=" + ForeignText.shown(id()) + "}";
    }
}
