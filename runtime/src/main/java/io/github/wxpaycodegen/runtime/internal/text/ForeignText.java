package io.github.wxpaycodegen.runtime.internal.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of strangers fit for messages and logs: whoever sends a notification, a response, a bill or a file name must
 * neither forge a log line nor fill the log.
 */
public final class ForeignText {
    /** The most characters of one foreign value that a message shows. */
    public static final int MAX_SHOWN = 64;

    /** Messages of libraries are sentences around a foreign value, so they get more room. */
    static final int MAX_SENTENCE = 256;

    private static final String CUT = "…";

    private ForeignText() {}

    /** Returns the value cut to {@link #MAX_SHOWN} characters and printable; {@code null} as the text "null". */
    public static String shown(@Nullable Object value) {
        return printable(cut(String.valueOf(value), MAX_SHOWN));
    }

    /** Returns a message of a library, which may repeat a foreign value, cut to a sentence and printable. */
    public static String sentence(@Nullable String message) {
        return printable(cut(String.valueOf(message), MAX_SENTENCE));
    }

    /**
     * Returns the whole text with every character escaped that a log shows as something else or not at all: control and
     * format characters (which turn the direction of text), line separators, lone surrogates, private and unassigned ones.
     */
    public static String printable(String text) {
        if (text.codePoints().allMatch(ForeignText::isPrintable)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 32);
        text.codePoints().forEach(c -> {
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    shown.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        shown.append(Character.forDigit(unit >> shift & 0xf, 16));
                    }
                }
            }
        });
        return shown.toString();
    }

    /**
     * Returns the cause to keep in an exception: itself if everything that its stack trace would print is printable and
     * short, otherwise a stand-in with the same stack trace.
     */
    public static @Nullable Throwable cause(@Nullable Throwable cause) {
        return cause == null || isFit(cause, 0) ? cause : new PrintableCause(cause);
    }

    private static boolean isFit(Throwable failure, int depth) {
        String text = failure.toString();
        return depth < PrintableCause.MAX_DEPTH
                && text.length() <= MAX_SENTENCE
                && text.codePoints().allMatch(ForeignText::isPrintable)
                && (failure.getCause() == null || isFit(failure.getCause(), depth + 1))
                && Arrays.stream(failure.getSuppressed()).allMatch(each -> isFit(each, depth + 1));
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end) + CUT;
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
