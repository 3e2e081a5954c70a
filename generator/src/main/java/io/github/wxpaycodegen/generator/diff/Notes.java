package io.github.wxpaycodegen.generator.diff;

import java.util.Optional;
import java.util.function.BiConsumer;

/** Notes the changes of one operation, notification or type. */
final class Notes {
    private final BiConsumer<Impact, String> sink;

    Notes(BiConsumer<Impact, String> sink) {
        this.sink = sink;
    }

    void add(Impact impact, String text) {
        sink.accept(impact, text);
    }

    /** Notes a value that is another one now. */
    void changed(Impact impact, String what, Object old, Object now) {
        if (!old.equals(now)) {
            add(impact, what + " changed" + values(old, now));
        }
    }

    /** Notes a value that is new, which adds something, or that is gone or another one, which is a change of behavior. */
    void gained(String what, Optional<?> old, Optional<?> now) {
        if (old.isEmpty() && now.isPresent()) {
            add(Impact.ADDITIVE, what + " is new" + values(old, now));
        } else {
            changed(Impact.WIRE, what, old, now);
        }
    }

    /** Notes a promise that is new or withdrawn. */
    void switched(String promise, boolean old, boolean now) {
        if (now && !old) {
            add(Impact.ADDITIVE, "it " + promise + " now");
        } else if (old && !now) {
            add(Impact.WIRE, "it is not promised anymore that it " + promise);
        }
    }

    /** Values that are short are shown. */
    private static String values(Object old, Object now) {
        String first = text(old);
        String second = text(now);
        return isShort(old) && isShort(now) ? ": `" + first + "` became `" + second + "`" : "";
    }

    private static boolean isShort(Object value) {
        Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return inner == null || inner instanceof String || inner instanceof Number || inner instanceof Enum<?>;
    }

    private static String text(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("nothing")
                : value.toString();
    }
}
