package io.github.wxpaycodegen.generator.diagnostic;

import java.util.Locale;

/** The weight of a diagnostic, from the lightest to the heaviest. */
public enum Severity {
    /** It is not reported. */
    OFF,
    /** It is reported for information. */
    INFO,
    /** The spec is probably wrong. */
    WARNING,
    /** The spec is wrong. */
    ERROR;

    /** Returns the printed form, {@code warning}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the severity with a printed form.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Severity of(String label) {
        for (Severity severity : values()) {
            if (severity.label().equals(label)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("`" + label + "` is not a severity: use error, warning, info or off");
    }
}
