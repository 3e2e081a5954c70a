package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message from the gateway that was verified, decrypted and parsed. Generated classes add the fields of its type; a
 * message without such a class is an {@link UnknownNotification}.
 *
 * <p>Notifications may arrive repeatedly and in any order. An order that is paid remains paid when the notification
 * arrives again.
 */
public abstract class Notification {
    private final ReceivedNotification received;

    /**
     * Creates a notification. Only generated classes extend this class.
     */
    protected Notification(ReceivedNotification received) {
        this.received = received;
    }

    /**
     * Returns the identity of this notification, which is the same in each delivery: in v3 its {@code id}; in v2 its
     * {@code event_id} or, if it has none, a digest of its content.
     */
    public final String id() {
        return received.id();
    }

    /** Returns the protocol of the notification. */
    public final Protocol protocol() {
        return received.protocol();
    }

    /** Returns the event type, {@code TRANSACTION.SUCCESS}; null if it has none, like most notifications of v2. */
    public final @Nullable String eventType() {
        return received.eventType();
    }

    /**
     * Returns the type of the resource before encryption, {@code transaction}; null in v2, and if the notification has
     * none.
     */
    public final @Nullable String originalType() {
        return received.originalType();
    }

    /**
     * Returns the time at which the gateway created it; null in v2, and if the notification has no time in RFC 3339.
     */
    public final @Nullable OffsetDateTime createTime() {
        return received.createTime();
    }

    /** Returns a short summary of the event, in Chinese; null in v2, and if the notification has none. */
    public final @Nullable String summary() {
        return received.summary();
    }

    /**
     * Returns true if a signature or an authenticated encryption proves the origin. The encryption of a v2 refund does
     * not: it shows that the writer has the key, but the message may be a replay. Query the refund before acting on it.
     */
    public final boolean isAuthenticated() {
        return received.authenticated();
    }

    /**
     * Returns the decrypted content as received: in v3 the JSON of the resource; in v2 the decrypted XML, or the whole
     * message if nothing is encrypted.
     */
    public final String plaintext() {
        return received.plaintext();
    }

    /** Returns the fields as received. */
    final Map<String, ? extends @Nullable Object> receivedFields() {
        return received.fields();
    }

    /** Returns the type and the id, but no content. */
    @Override
    public final String toString() {
        String event = eventType() == null ? "" : "eventType=" + ForeignText.shown(eventType()) + ", ";
        return getClass().getSimpleName() + "{" + event + "id=" + ForeignText.shown(id()) + "}";
    }
}
