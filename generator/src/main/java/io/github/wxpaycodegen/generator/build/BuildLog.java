package io.github.wxpaycodegen.generator.build;

/** Log of a build tool. */
public interface BuildLog {
    /** Logs what is of interest only in search of a mistake. */
    void debug(String line);

    /** Logs the progress. */
    void info(String line);

    /** Logs a probable mistake that does not stop the build. */
    void warn(String line);

    /** Logs the reason of a failure. */
    void error(String line);
}
