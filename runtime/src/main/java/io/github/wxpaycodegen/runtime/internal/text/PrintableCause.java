package io.github.wxpaycodegen.runtime.internal.text;

import org.jspecify.annotations.Nullable;

/** Stands for an exception of a library that repeats foreign text in its message: same class name and stack trace. */
final class PrintableCause extends Exception {
    /** Chains of causes are short; one that is not may be a cycle. */
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

    /** Returns the class name and message of the exception that this one stands for. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // The message begins with a class name already.
    public String toString() {
        return String.valueOf(getMessage());
    }
}
