package io.github.wxpaycodegen.runtime.internal.text;

import org.jspecify.annotations.Nullable;

/** Substitute for a library's exception that quotes foreign text: same class name and stack trace. */
final class PrintableCause extends Exception {
    /** Chains of causes are short; a longer one may be a cycle. */
    static final int MAX_DEPTH = 16;

    private static final long serialVersionUID = 1L;

    PrintableCause(Throwable original) {
        this(original, 0);
    }

    private PrintableCause(Throwable original, int depth) {
        super(ForeignText.sentence(original.toString()), next(original.getCause(), depth + 1));
        setStackTrace(original.getStackTrace());
    }

    private static @Nullable Throwable next(@Nullable Throwable cause, int depth) {
        return cause == null || depth > MAX_DEPTH ? null : new PrintableCause(cause, depth);
    }

    /** Returns the class name and message of the original exception. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // The message already begins with a class name.
    public String toString() {
        return String.valueOf(getMessage());
    }
}
