package io.github.wxpaycodegen.gradle;

import io.github.wxpaycodegen.generator.build.BuildLog;
import io.github.wxpaycodegen.generator.build.SpecLoader;
import io.github.wxpaycodegen.generator.build.ValidationLog;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.validate.ReportFormat;
import io.github.wxpaycodegen.generator.validate.ReportPlaces;
import io.github.wxpaycodegen.generator.validate.Severities;
import io.github.wxpaycodegen.generator.validate.SpecValidator;
import io.github.wxpaycodegen.generator.validate.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradle.api.GradleException;
import org.gradle.api.InvalidUserDataException;
import org.gradle.api.file.RegularFileProperty;
import org.gradle.api.logging.LogLevel;
import org.gradle.api.provider.MapProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Optional;
import org.gradle.api.tasks.OutputFile;
import org.gradle.api.tasks.TaskAction;
import org.gradle.api.tasks.UntrackedTask;

/**
 * Validates the project's own specs against the bundled ones, and reports errors and findings. It generates nothing, and
 * is not part of {@code check} unless the build script says so.
 */
@UntrackedTask(because = "Its findings are to be seen in every build that runs it")
public abstract class ValidateWxpay extends SpecTask {
    /** Creates the task; Gradle calls it. */
    public ValidateWxpay() {}

    /**
     * Returns the severities of findings by code: {@code error}, {@code warning}, {@code info} or {@code off}. Each
     * finding is a warning by default. The severity of errors cannot be changed.
     */
    @Input
    public abstract MapProperty<String, String> getSeverities();

    /** Returns the least severity that fails the build: {@code error}, which is the default, {@code warning} or {@code info}. */
    @Input
    public abstract Property<String> getFailOn();

    /** Returns the file for a report in SARIF 2.1.0, for code scanning. By default, none is written. */
    @OutputFile
    @Optional
    public abstract RegularFileProperty getSarif();

    /** Returns the file for a code quality report of GitLab. By default, none is written. */
    @OutputFile
    @Optional
    public abstract RegularFileProperty getGitlab();

    @Override
    BuildLog log() {
        return new GradleLog(getLogger(), LogLevel.LIFECYCLE);
    }

    /** Validates the specs. */
    @TaskAction
    public void validate() {
        Path directory = specDirectory();
        try {
            Severities severities = Severities.of(getSeverities().get());
            ValidationLog.limit(getFailOn().get());
            BuildLog log = log();
            List<SpecFile> own = List.of();
            if (Files.isDirectory(directory)) {
                SpecLoader.warnOfMisnamed(directory, log);
                own = SpecFiles.ofDirectory(directory);
            }
            Validation validation = SpecValidator.validate(loader().bundled(), own, severities);
            ValidationLog.print(validation, directory, log);
            ReportPlaces places = ReportPlaces.of(
                    directory, getProjectDirectory().get().getAsFile().toPath());
            write(getSarif(), ReportFormat.SARIF, validation, places);
            write(getGitlab(), ReportFormat.GITLAB, validation, places);
            ValidationLog.failure(validation, getFailOn().get()).ifPresent(reason -> {
                throw new GradleException(reason);
            });
        } catch (IllegalArgumentException e) {
            throw new InvalidUserDataException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new GradleException("the specs cannot be validated: " + e.getMessage(), e);
        }
    }

    private static void write(RegularFileProperty file, ReportFormat format, Validation validation, ReportPlaces places)
            throws IOException {
        if (file.isPresent()) {
            Path path = file.get().getAsFile().toPath();
            Files.createDirectories(path.getParent());
            Files.writeString(path, format.write(validation, places));
        }
    }
}
