package io.github.wxpaycodegen.runtime.internal.notification;

import java.lang.invoke.MethodHandles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives only the client access to the constructor of the public {@code Notifications}. Its keys are internal, and a
 * reader with other keys would not prove the origin of a notification. The class registers its constructor when it is
 * initialized.
 */
public final class NotificationsFactory {
    private static volatile @Nullable Constructor constructor;

    private NotificationsFactory() {}

    /** Creates a reader of notifications. */
    @FunctionalInterface
    public interface Constructor {
        /** Returns a reader of these types. */
        Object create(NotificationKeys.Source keys, Object types);
    }

    /** Registers the constructor, once. */
    public static void open(Constructor value) {
        if (constructor != null) {
            throw new IllegalStateException("the constructor is already registered");
        }
        constructor = value;
    }

    /** Creates a reader of notifications with the keys of a client. */
    public static <N> N create(Class<N> readerClass, NotificationKeys.Source keys, Object types) {
        try {
            MethodHandles.lookup().ensureInitialized(readerClass);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(readerClass + " cannot be initialized", e);
        }
        return readerClass.cast(Objects.requireNonNull(constructor).create(keys, types));
    }
}
