package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of notification that a spec describes: how it is recognized, and the class that stands for it.
 *
 * @param <N> the class
 */
public final class NotificationType<N extends Notification> {
    private final Protocol protocol;
    private final String name;
    private final Class<N> notificationClass;
    private final List<String> eventTypes;
    private final List<String> identifiers;
    private final boolean plain;
    private final Function<ReceivedNotification, N> factory;

    private NotificationType(
            Protocol protocol,
            String name,
            Class<N> notificationClass,
            List<String> eventTypes,
            List<String> identifiers,
            boolean plain,
            Function<ReceivedNotification, N> factory) {
        this.protocol = protocol;
        this.name = name;
        this.notificationClass = notificationClass;
        this.eventTypes = List.copyOf(eventTypes);
        this.identifiers = List.copyOf(identifiers);
        this.plain = plain;
        this.factory = factory;
    }

    /**
     * A type of v3.
     *
     * @param name what the documentation calls it
     * @param eventTypes the event types that it comes under
     * @param originalTypes the values of {@code resource.original_type} that it comes under; none for any
     * @param plain whether its resource comes unencrypted
     */
    public static <N extends Notification> NotificationType<N> v3(
            Class<N> notificationClass,
            String name,
            List<String> eventTypes,
            List<String> originalTypes,
            boolean plain,
            Function<ReceivedNotification, N> factory) {
        return new NotificationType<>(Protocol.V3, name, notificationClass, eventTypes, originalTypes, plain, factory);
    }

    /**
     * A type of v2.
     *
     * @param name what the documentation calls it
     * @param eventTypes the values of {@code event_type} that it comes under; none where it has no such field
     * @param recognizedBy the fields, all of which it has, that no other type has together
     */
    public static <N extends Notification> NotificationType<N> v2(
            Class<N> notificationClass,
            String name,
            List<String> eventTypes,
            List<String> recognizedBy,
            Function<ReceivedNotification, N> factory) {
        return new NotificationType<>(Protocol.V2, name, notificationClass, eventTypes, recognizedBy, false, factory);
    }

    /** The protocol that it comes in. */
    public Protocol protocol() {
        return protocol;
    }

    /** What the documentation calls it. */
    public String name() {
        return name;
    }

    /** The class that stands for it. */
    public Class<N> notificationClass() {
        return notificationClass;
    }

    N read(ReceivedNotification received) {
        return factory.apply(received);
    }

    boolean plain() {
        return plain;
    }

    List<String> eventTypes() {
        return eventTypes;
    }

    boolean hasOriginalType(@Nullable String originalType) {
        return identifiers.isEmpty() || (originalType != null && identifiers.contains(originalType));
    }

    /** The fields by which a v2 message is known to be of this type. */
    List<String> recognizedBy() {
        return identifiers;
    }

    /** The protocol and the name. */
    @Override
    public String toString() {
        return protocol + " " + name;
    }
}
