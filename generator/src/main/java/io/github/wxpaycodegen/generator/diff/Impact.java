package io.github.wxpaycodegen.generator.diff;

import java.util.Locale;

/** Consequence of a change for users of a client, from the gravest to the lightest. */
public enum Impact {
    /** Requests, the values that are accepted, or the promised effects change: a call that worked may fail, or have another effect. */
    WIRE,
    /** Code that was compiled with the old client may fail with the new one: it must be compiled again. */
    BINARY,
    /** Code that calls the client may no longer compile. */
    SOURCE,
    /** Something new, or a limit that is wider. */
    ADDITIVE,
    /** Only descriptions change. */
    DOCUMENTATION;

    /** Returns true if a user may have to act. */
    public boolean isBreaking() {
        return compareTo(ADDITIVE) < 0;
    }

    /** Returns the printed form, {@code source}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
