package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.build.BuildLog;
import io.github.wxpaycodegen.generator.build.SpecLoader;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** The specs of a Maven project. */
final class ProjectSpecs {
    private ProjectSpecs() {}

    /** Returns a loader for the specs that the plugin bundles. */
    static SpecLoader loader(Log log) {
        return new SpecLoader(ProjectSpecs.class.getClassLoader(), log(log));
    }

    /**
     * Returns the directory of the project's own specs.
     *
     * @param configured the parameter; null for the default directory, which need not exist
     * @throws MojoFailureException if a configured directory does not exist
     */
    static Path directory(@Nullable File configured, File basedir) throws MojoFailureException {
        try {
            return SpecLoader.directory(configured == null ? null : configured.toPath(), basedir.toPath());
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    /** Returns Maven's log for the generator. */
    static BuildLog log(Log log) {
        return new BuildLog() {
            @Override
            public void debug(String line) {
                log.debug(line);
            }

            @Override
            public void info(String line) {
                log.info(line);
            }

            @Override
            public void warn(String line) {
                log.warn(line);
            }

            @Override
            public void error(String line) {
                log.error(line);
            }
        };
    }
}
