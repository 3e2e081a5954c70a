package io.github.wxpaycodegen.generator.build;

import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.validate.Paragraph;
import io.github.wxpaycodegen.generator.validate.TextReport;
import io.github.wxpaycodegen.generator.validate.Validation;
import java.nio.file.Path;
import java.util.Optional;

/** Logs the findings of a validation, and decides whether they fail the build. */
public final class ValidationLog {
    private ValidationLog() {}

    /**
     * Parses the setting {@code failOn}.
     *
     * @throws IllegalArgumentException if it is not the least severity that fails a build
     */
    public static Severity limit(String failOn) {
        Severity limit = Severity.of(failOn);
        if (limit == Severity.OFF) {
            throw new IllegalArgumentException(
                    "failOn cannot be off: use error, warning or info, or do not run the validation");
        }
        return limit;
    }

    /**
     * Logs all findings at their severities.
     *
     * @param directory the directory of the project's own specs; it need not exist
     */
    public static void print(Validation validation, Path directory, BuildLog log) {
        if (validation.own().isEmpty()) {
            log.info("the project has no specs of its own in " + directory);
        } else {
            TextReport.of(validation).forEach(paragraph -> print(paragraph, log));
        }
    }

    /** Logs a paragraph at its severity. */
    public static void print(Paragraph paragraph, BuildLog log) {
        paragraph.text().lines().forEach(line -> {
            switch (paragraph.severity()) {
                case ERROR -> log.error(line);
                case WARNING -> log.warn(line);
                case INFO, OFF -> log.info(line);
            }
        });
    }

    /**
     * Returns why the findings fail the build, if they do.
     *
     * @param failOn the setting, as {@link #limit} accepts it
     */
    public static Optional<String> failure(Validation validation, String failOn) {
        return validation.reaches(limit(failOn))
                ? Optional.of("the specs have findings of the severity " + failOn + " or worse, see above")
                : Optional.empty();
    }
}
