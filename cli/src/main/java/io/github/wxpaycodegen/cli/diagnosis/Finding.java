package io.github.wxpaycodegen.cli.diagnosis;

/**
 * Result of one check.
 *
 * @param subject what was checked, in a few words
 * @param level how good it is
 * @param text what was found, without secrets
 * @param advice what to do; empty if nothing is to be done
 */
public record Finding(String subject, Level level, String text, String advice) {
    /** Result of a check. */
    public enum Level {
        /** Nothing is to be done. */
        OK,
        /** Something may fail, or will soon. */
        WARNING,
        /** Calls fail. */
        FAILED
    }

    static Finding ok(String subject, String text) {
        return new Finding(subject, Level.OK, text, "");
    }

    static Finding warning(String subject, String text, String advice) {
        return new Finding(subject, Level.WARNING, text, advice);
    }

    static Finding failed(String subject, String text, String advice) {
        return new Finding(subject, Level.FAILED, text, advice);
    }
}
