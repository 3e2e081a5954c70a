package io.github.wxpaycodegen.runtime;

/** Assertions about messages that reject foreign input: they are short, and a log shows all of their characters. */
public final class FitMessages {
    private static final int LONGEST = 2_500;

    private FitMessages() {}

    /** Throws unless all messages of the chain are fit for a log. */
    public static void require(Throwable refusal) {
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            String text = each.toString();
            if (text.length() > LONGEST || text.codePoints().anyMatch(FitMessages::isHidden)) {
                throw new AssertionError("a message is not fit for a log: " + each.getClass(), refusal);
            }
        }
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
