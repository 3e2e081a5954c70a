package io.github.wxpaycodegen.gradle;

import io.github.wxpaycodegen.generator.build.BuildLog;
import org.gradle.api.logging.Logger;

/** Gradle's log for the generator. */
final class GradleLog implements BuildLog {
    private final Logger logger;

    GradleLog(Logger logger) {
        this.logger = logger;
    }

    @Override
    public void debug(String line) {
        logger.debug(line);
    }

    @Override
    public void info(String line) {
        logger.info(line);
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
