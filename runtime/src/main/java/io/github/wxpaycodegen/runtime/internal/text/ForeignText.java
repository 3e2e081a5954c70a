package io.github.wxpaycodegen.runtime.internal.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Prepares foreign text for messages and logs: the sender of a notification, a response, a bill or a file name must be
 * able neither to forge a log line nor to fill the log.
 */
public final class ForeignText {
    /** The maximum number of characters of a foreign value in a message. */
    public static final int MAX_SHOWN = 64;

    /** Messages of libraries contain more than a foreign value, so they get more room. */
    static final int MAX_SENTENCE = 256;

    private static final String CUT = "…";

    private ForeignText() {}

    /** Returns the value, printable and cut to {@link #MAX_SHOWN} characters; {@code null} as the text "null". */
    public static String shown(@Nullable Object value) {
        return printable(cut(String.valueOf(value), MAX_SHOWN));
    }

    /** Returns the message of a library, which may quote a foreign value, printable and shortened. */
    public static String sentence(@Nullable String message) {
        return printable(cut(String.valueOf(message), MAX_SENTENCE));
    }

    /**
     * Returns the whole text with all characters escaped that a log displays as something else or not at all: control
     * and format characters (including those that reverse the text direction), line separators, lone surrogates,
     * private and unassigned characters.
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
     * Returns the cause to keep in an exception: the cause itself if its whole stack trace is printable and short,
     * otherwise a substitute with the same stack trace.
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
