package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type of notification in a spec: how to recognize it, and its class.
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
    private final @Nullable EncryptedDocument document;

    private NotificationType(
            Protocol protocol,
            String name,
            Class<N> notificationClass,
            List<String> eventTypes,
            List<String> identifiers,
            boolean plain,
            Function<ReceivedNotification, N> factory,
            @Nullable EncryptedDocument document) {
        this.protocol = protocol;
        this.name = name;
        this.notificationClass = notificationClass;
        this.eventTypes = List.copyOf(eventTypes);
        this.identifiers = List.copyOf(identifiers);
        this.plain = plain;
        this.factory = factory;
        this.document = document;
    }

    /**
     * Returns a type of v3.
     *
     * @param name the name in the documentation
     * @param eventTypes the event types of such notifications
     * @param originalTypes the values of {@code resource.original_type}; empty for any
     * @param plain true if the resource is not encrypted
     */
    public static <N extends Notification> NotificationType<N> v3(
            Class<N> notificationClass,
            String name,
            List<String> eventTypes,
            List<String> originalTypes,
            boolean plain,
            Function<ReceivedNotification, N> factory) {
        return new NotificationType<>(
                Protocol.V3, name, notificationClass, eventTypes, originalTypes, plain, factory, null);
    }

    /**
     * Returns a type of v2.
     *
     * @param name the name in the documentation
     * @param eventTypes the values of {@code event_type}; empty if there is no such field
     * @param recognizedBy fields whose combination identifies this type
     */
    public static <N extends Notification> NotificationType<N> v2(
            Class<N> notificationClass,
            String name,
            List<String> eventTypes,
            List<String> recognizedBy,
            Function<ReceivedNotification, N> factory) {
        return new NotificationType<>(
                Protocol.V2, name, notificationClass, eventTypes, recognizedBy, false, factory, null);
    }

    /**
     * Returns this v2 type with an XML document in a field, encrypted with AES-256 in ECB mode and the APIv2 key. If the
     * message has no signature, the document must prove the sender.
     *
     * @param field the name of the field
     */
    public NotificationType<N> withAesEcbDocument(String field) {
        return with(new EncryptedDocument(field, EncryptedDocument.Encryption.AES_ECB));
    }

    /**
     * Returns this v2 type with an XML document in a field, encrypted with AES-256-GCM and the APIv3 key. Fields with the
     * same prefix contain the parameters: {@code event_nonce} is the nonce of {@code event_ciphertext}.
     *
     * @param field the name of the field, which ends with {@code ciphertext}
     */
    public NotificationType<N> withAesGcmDocument(String field) {
        return with(new EncryptedDocument(field, EncryptedDocument.Encryption.AES_GCM));
    }

    private NotificationType<N> with(EncryptedDocument value) {
        if (protocol != Protocol.V2) {
            throw new IllegalStateException(name + " is a type of v3, whose resource is encrypted as a whole");
        }
        return new NotificationType<>(
                protocol, name, notificationClass, eventTypes, identifiers, plain, factory, value);
    }

    /** Returns the protocol of such notifications. */
    public Protocol protocol() {
        return protocol;
    }

    /** Returns the name in the documentation. */
    public String name() {
        return name;
    }

    /** Returns the class of such notifications. */
    public Class<N> notificationClass() {
        return notificationClass;
    }

    N read(ReceivedNotification received) {
        return factory.apply(received);
    }

    /** Returns the field with an encrypted document; null if there is none. */
    @Nullable
    EncryptedDocument document() {
        return document;
    }

    /** Returns true if the content of such v3 notifications is not encrypted. */
    public boolean isPlain() {
        return plain;
    }

    List<String> eventTypes() {
        return eventTypes;
    }

    boolean hasOriginalType(@Nullable String originalType) {
        return identifiers.isEmpty() || (originalType != null && identifiers.contains(originalType));
    }

    /** Returns the fields that identify a v2 message of this type. */
    List<String> recognizedBy() {
        return identifiers;
    }

    /** Returns the protocol and the name. */
    @Override
    public String toString() {
        return protocol + " " + name;
    }
}
