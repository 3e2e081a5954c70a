package io.github.wxpaycodegen.gradle;

import io.github.wxpaycodegen.generator.build.BuildLog;
import org.gradle.api.logging.LogLevel;
import org.gradle.api.logging.Logger;

/** Gradle's log for the generator. */
final class GradleLog implements BuildLog {
    private final Logger logger;
    private final LogLevel info;

    /**
     * Creates the log of a task.
     *
     * @param info the level of information, which Gradle hides by default; a report is seen with {@code LIFECYCLE}
     */
    GradleLog(Logger logger, LogLevel info) {
        this.logger = logger;
        this.info = info;
    }

    @Override
    public void debug(String line) {
        logger.debug(line);
    }

    @Override
    public void info(String line) {
        logger.log(info, line);
    }

    @Override
    public void warn(String line) {
        logger.warn(line);
    }

    @Override
    public void error(String line) {
        logger.error(line);
    }
}
