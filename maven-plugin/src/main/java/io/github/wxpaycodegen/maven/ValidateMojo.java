package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.build.BuildLog;
import io.github.wxpaycodegen.generator.build.SpecLoader;
import io.github.wxpaycodegen.generator.build.ValidationLog;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.validate.ReportFormat;
import io.github.wxpaycodegen.generator.validate.ReportPlaces;
import io.github.wxpaycodegen.generator.validate.Severities;
import io.github.wxpaycodegen.generator.validate.SpecValidator;
import io.github.wxpaycodegen.generator.validate.SpecWatch;
import io.github.wxpaycodegen.generator.validate.Validation;
import io.github.wxpaycodegen.generator.validate.ValidationChanges;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Validates the project's own specs against the bundled ones, and reports errors and findings: as text, and for CI. It
 * generates nothing.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends AbstractMojo {
    private static final Duration QUIET = Duration.ofMillis(200);

    /**
     * Directory of the project's own specs, at the paths of their URIs. The default is <code>src/main/wxpay</code>,
     * which need not exist; a configured directory must.
     */
    @Parameter(property = "wxpay.specDirectory")
    private File specDirectory;

    /**
     * Severities of findings by code: <code>error</code>, <code>warning</code>, <code>info</code> or <code>off</code>.
     * Each finding is a warning by default. Example: <code>&lt;WX611&gt;off&lt;/WX611&gt;</code>. The severity of errors
     * cannot be changed.
     */
    @Parameter
    private Map<String, String> severities = Map.of();

    /** The least severity that fails the build: <code>error</code>, <code>warning</code> or <code>info</code>. */
    @Parameter(property = "wxpay.validate.failOn", defaultValue = "error")
    private String failOn;

    /** File for a report in SARIF 2.1.0, for code scanning. By default, none is written. */
    @Parameter(property = "wxpay.validate.sarif")
    private File sarif;

    /** File for a code quality report of GitLab. By default, none is written. */
    @Parameter(property = "wxpay.validate.gitlab")
    private File gitlab;

    /** If true, prints annotations for GitHub Actions, which sets <code>GITHUB_ACTIONS</code>. */
    @Parameter(property = "wxpay.validate.github", defaultValue = "${env.GITHUB_ACTIONS}")
    private boolean github;

    /** If true, validates again after each change of a spec, and prints what changed, until it is interrupted. */
    @Parameter(property = "wxpay.validate.watch", defaultValue = "false")
    private boolean watch;

    /** If true, nothing is validated. */
    @Parameter(property = "wxpay.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
    private File executionRoot;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("wxpay.skip is set: no specs are validated");
            return;
        }
        Severities configured;
        try {
            configured = Severities.of(severities);
            ValidationLog.limit(failOn);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
        Path directory = ProjectSpecs.directory(specDirectory, basedir);
        try {
            Specs specs = new Specs(ProjectSpecs.loader(getLog()).bundled(), directory, configured);
            warnOfMisnamed(directory);
            if (watch) {
                watch(specs, directory);
                return;
            }
            Validation validation = specs.validate();
            report(validation, directory);
            Optional<String> failure = ValidationLog.failure(validation, failOn);
            if (failure.isPresent()) {
                throw new MojoFailureException(failure.get());
            }
        } catch (IOException e) {
            throw new MojoExecutionException("the specs cannot be validated: " + e.getMessage(), e);
        }
    }

    private void report(Validation validation, Path directory) throws IOException {
        ValidationLog.print(validation, directory, ProjectSpecs.log(getLog()));
        ReportPlaces places = ReportPlaces.of(directory, executionRoot.toPath());
        if (github) {
            annotate(ReportFormat.GITHUB.write(validation, places));
        }
        write(sarif, ReportFormat.SARIF.write(validation, places));
        write(gitlab, ReportFormat.GITLAB.write(validation, places));
    }

    /** A workflow command must begin a line, which Maven's log would begin with a level. */
    private static void annotate(String commands) {
        System.out.print(commands);
    }

    private static void write(File file, String report) throws IOException {
        if (file != null) {
            Path path = file.toPath().toAbsolutePath();
            Files.createDirectories(path.getParent());
            Files.writeString(path, report);
        }
    }

    private void watch(Specs specs, Path directory) throws IOException, MojoFailureException {
        if (!Files.isDirectory(directory)) {
            throw new MojoFailureException("there is nothing to watch: create " + directory);
        }
        // Started before the first validation, so that no change in between is missed.
        try (SpecWatch changes = new SpecWatch(directory, QUIET)) {
            Validation first = specs.validate();
            report(first, directory);
            getLog().info("watching " + directory + "; Ctrl+C ends it");
            ValidationChanges last = ValidationChanges.none(first);
            while (true) {
                changes.awaitChange();
                last = validateAgain(specs, last);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            getLog().info("no longer watching");
        }
    }

    /** An editor may be replacing a file, or a checkout the directory: the next change comes soon. */
    private ValidationChanges validateAgain(Specs specs, ValidationChanges last) {
        if (!Files.isDirectory(specs.directory())) {
            getLog().warn(specs.directory() + " does not exist anymore: it is validated again once it exists");
            return last;
        }
        BuildLog log = ProjectSpecs.log(getLog());
        try {
            ValidationChanges changes = last.next(specs.validate());
            if (!changes.isEmpty()) {
                changes.print().forEach(paragraph -> ValidationLog.print(paragraph, log));
            }
            return changes;
        } catch (IOException e) {
            getLog().error("the specs cannot be read: " + e + "; they are validated again after the next change");
            return last;
        }
    }

    private void warnOfMisnamed(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            SpecLoader.warnOfMisnamed(directory, ProjectSpecs.log(getLog()));
        }
    }

    /** The specs of the project, which may change, and the bundled ones, which do not. */
    private record Specs(List<SpecFile> bundled, Path directory, Severities severities) {
        Validation validate() throws IOException {
            List<SpecFile> own = Files.isDirectory(directory) ? SpecFiles.ofDirectory(directory) : List.of();
            return SpecValidator.validate(bundled, own, severities);
        }
    }
}
