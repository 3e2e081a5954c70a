package io.github.wxpaycodegen.gradle;

import io.github.wxpaycodegen.generator.build.BuildLog;
import io.github.wxpaycodegen.generator.build.SpecLoader;
import java.nio.file.Path;
import org.gradle.api.DefaultTask;
import org.gradle.api.InvalidUserDataException;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.file.FileTree;
import org.gradle.api.tasks.IgnoreEmptyDirectories;
import org.gradle.api.tasks.InputFiles;
import org.gradle.api.tasks.Internal;
import org.gradle.api.tasks.PathSensitive;
import org.gradle.api.tasks.PathSensitivity;
import org.gradle.work.DisableCachingByDefault;

/** A task that reads the bundled specs and those of the project. */
@DisableCachingByDefault(because = "Subclasses decide")
public abstract class SpecTask extends DefaultTask {
    /** Creates the task; Gradle calls it. */
    protected SpecTask() {}

    /** Returns the configured directory of the project's own specs, which must exist. */
    @Internal
    public abstract DirectoryProperty getSpecDirectory();

    /** Returns the directory of the project, which has the default directory of specs. */
    @Internal
    public abstract DirectoryProperty getProjectDirectory();

    /** Returns the project's own specs. Files whose names a spec cannot have are among them, for their warnings. */
    @InputFiles
    @IgnoreEmptyDirectories
    @PathSensitive(PathSensitivity.RELATIVE)
    public FileTree getSpecs() {
        return getSpecDirectory()
                .orElse(getProjectDirectory().dir(SpecLoader.DEFAULT_DIRECTORY))
                .get()
                .getAsFileTree()
                .matching(names -> names.include("**/*.yaml", "**/*.yml", "**/*.YAML", "**/*.YML"));
    }

    /** Returns the directory of the project's own specs, after a check that a configured one exists. */
    final Path specDirectory() {
        Path configured = getSpecDirectory().isPresent()
                ? getSpecDirectory().get().getAsFile().toPath()
                : null;
        try {
            return SpecLoader.directory(
                    configured, getProjectDirectory().get().getAsFile().toPath());
        } catch (IllegalArgumentException e) {
            throw new InvalidUserDataException(e.getMessage(), e);
        }
    }

    final BuildLog log() {
        return new GradleLog(getLogger());
    }

    final SpecLoader loader() {
        return new SpecLoader(SpecTask.class.getClassLoader(), log());
    }
}
