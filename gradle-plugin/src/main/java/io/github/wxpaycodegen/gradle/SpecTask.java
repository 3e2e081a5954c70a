package io.github.wxpaycodegen.gradle;

import io.github.wxpaycodegen.generator.build.BuildLog;
import io.github.wxpaycodegen.generator.build.SpecLoader;
import java.nio.file.Path;
import javax.inject.Inject;
import org.gradle.api.DefaultTask;
import org.gradle.api.InvalidUserDataException;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.file.FileTree;
import org.gradle.api.logging.LogLevel;
import org.gradle.api.model.ObjectFactory;
import org.gradle.api.tasks.IgnoreEmptyDirectories;
import org.gradle.api.tasks.Input;
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
        // As a collection, which knows the task that writes the directory, if one does.
        return getObjects()
                .fileCollection()
                .from(getSpecDirectory().orElse(getProjectDirectory().dir(SpecLoader.DEFAULT_DIRECTORY)))
                .getAsFileTree()
                .matching(names -> names.include("**/*.yaml", "**/*.yml", "**/*.YAML", "**/*.YML"));
    }

    /** Returns true if a directory is configured. A task that is up to date does not notice that it is missing. */
    @Input
    public boolean isSpecDirectoryConfigured() {
        return getSpecDirectory().isPresent();
    }

    /** Returns Gradle's factory of collections. */
    @Inject
    @SuppressWarnings("JavaxInjectOnAbstractMethod") // Gradle implements it
    protected abstract ObjectFactory getObjects();

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

    /** Returns the log; a task whose information is its result shows it always. */
    BuildLog log() {
        return new GradleLog(getLogger(), LogLevel.INFO);
    }

    final SpecLoader loader() {
        return new SpecLoader(SpecTask.class.getClassLoader(), log());
    }
}
