package io.github.wxpaycodegen.runtime.internal.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Closes several things, although one of them may throw: custom transports and what they call are code of the application. */
public final class Closing {
    private Closing() {}

    /**
     * Runs all actions in their order. Then it throws the first exception or error of an action, if any, which has the others as
     * suppressed exceptions.
     */
    public static void all(List<Runnable> actions) {
        Throwable first = null;
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                first = add(first, e);
            }
        }
        if (first instanceof Error e) {
            throw e;
        }
        if (first instanceof RuntimeException e) {
            throw e;
        }
    }

    private static Throwable add(@Nullable Throwable first, Throwable next) {
        if (first == null) {
            return next;
        }
        // An exception cannot suppress itself, and a transport may throw one object each time.
        if (first != next) {
            first.addSuppressed(next);
        }
        return first;
    }
}
