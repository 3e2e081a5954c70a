package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The notification types of a generated client. Immutable. */
public final class NotificationTypes {
    private final Map<Class<?>, NotificationType<?>> byClass = new LinkedHashMap<>();
    private final Map<String, List<NotificationType<?>>> v3 = new HashMap<>();
    private final List<NotificationType<?>> v2 = new ArrayList<>();
    private final Set<EncryptedDocument> documents = new LinkedHashSet<>();

    private NotificationTypes(List<NotificationType<?>> types) {
        for (NotificationType<?> type : types) {
            byClass.put(type.notificationClass(), type);
            if (type.protocol() == Protocol.V2) {
                v2.add(type);
                EncryptedDocument document = type.document();
                if (document != null) {
                    documents.add(document);
                }
            } else {
                type.eventTypes().forEach(event -> v3.computeIfAbsent(event, none -> new ArrayList<>())
                        .add(type));
            }
        }
        // A type with more fields is a more specific match.
        v2.sort(Comparator.comparingInt(
                        (NotificationType<?> type) -> type.recognizedBy().size())
                .reversed());
    }

    /** Returns a set of types. */
    public static NotificationTypes of(NotificationType<?>... types) {
        return new NotificationTypes(List.of(types));
    }

    /** Returns all types, in the given order. */
    public List<NotificationType<?>> all() {
        return List.copyOf(byClass.values());
    }

    /** Returns true if one of these types has the class. */
    boolean have(Class<? extends Notification> notificationClass) {
        return byClass.containsKey(notificationClass);
    }

    /** Returns the type for an event. A type with original types is preferred to one that accepts any. */
    Optional<NotificationType<?>> ofV3(String eventType, @Nullable String originalType) {
        List<NotificationType<?>> candidates = v3.getOrDefault(eventType, List.of()).stream()
                .filter(type -> type.hasOriginalType(originalType))
                .toList();
        return candidates.stream()
                .filter(type -> !type.recognizedBy().isEmpty())
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /**
     * Returns the encrypted document in a v2 message. It may be of any type: new events, which have no class yet, are
     * encrypted as the others are.
     *
     * @param fields the names of the fields of the message
     * @param signed false if only a document that proves the sender counts
     */
    Optional<EncryptedDocument> documentIn(Set<String> fields, boolean signed) {
        return documents.stream()
                .filter(document -> fields.contains(document.field()))
                .filter(document -> signed || document.encryption() == EncryptedDocument.Encryption.AES_ECB)
                .min(Comparator.comparing(EncryptedDocument::encryption));
    }

    /**
     * Returns the type of a message with these fields.
     *
     * @param proof the fields that alone authenticate the message; empty if it is signed. A type must be recognized by
     *     one of them: anyone could have added the other fields.
     */
    Optional<NotificationType<?>> ofV2(Map<String, ?> fields, Set<String> proof) {
        Object event = fields.get("event_type");
        return v2.stream()
                .filter(type -> type.recognizedBy().containsAll(proof))
                .filter(type -> type.eventTypes().isEmpty()
                        || (event != null && type.eventTypes().contains(event)))
                .filter(type -> fields.keySet().containsAll(type.recognizedBy()))
                .findFirst();
    }
}
