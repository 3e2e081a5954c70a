package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that a generated client knows. Immutable. */
public final class NotificationTypes {
    private final Map<Class<?>, NotificationType<?>> byClass = new LinkedHashMap<>();
    private final Map<String, List<NotificationType<?>>> v3 = new HashMap<>();
    private final List<NotificationType<?>> v2 = new ArrayList<>();

    private NotificationTypes(List<NotificationType<?>> types) {
        for (NotificationType<?> type : types) {
            byClass.put(type.notificationClass(), type);
            if (type.protocol() == Protocol.V2) {
                v2.add(type);
            } else {
                type.eventTypes().forEach(event -> v3.computeIfAbsent(event, none -> new ArrayList<>())
                        .add(type));
            }
        }
        // The more a type asks for, the more surely it is the one.
        v2.sort(Comparator.comparingInt(
                        (NotificationType<?> type) -> type.recognizedBy().size())
                .reversed());
    }

    /** These types. */
    public static NotificationTypes of(NotificationType<?>... types) {
        return new NotificationTypes(List.of(types));
    }

    /** All of them, in the order in which they were given. */
    public List<NotificationType<?>> all() {
        return List.copyOf(byClass.values());
    }

    /** Whether the class is that of one of these types. */
    boolean have(Class<? extends Notification> notificationClass) {
        return byClass.containsKey(notificationClass);
    }

    /** A type that says what its original types are goes before one that takes any. */
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
     * The type of a message with these fields.
     *
     * @param proof the fields by which alone the message is believed, empty if it is signed: a type that is not recognized by
     *     them would be believed for fields that anybody may have written
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
