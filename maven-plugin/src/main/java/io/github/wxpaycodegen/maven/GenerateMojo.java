package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.build.ClientBuild;
import io.github.wxpaycodegen.generator.build.SpecErrorsException;
import io.github.wxpaycodegen.generator.read.GeneratorClasses;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Generates a typed WeChat Pay client: from the bundled specs, limited by <code>includes</code> and
 * <code>excludes</code>, and from the project's own specs, which extend or replace them file by file.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    /** Package of <code>WxPay</code>; the other packages are below it. Required. */
    @Parameter(property = "wxpay.basePackage")
    private String basePackage;

    /**
     * Directory of the project's own specs, at the paths of their URIs. The default is <code>src/main/wxpay</code>,
     * which need not exist; a configured directory must.
     */
    @Parameter(property = "wxpay.specDirectory")
    private File specDirectory;

    /**
     * Globs over URIs, such as <code>v2/wxv/**</code>, and over the paths of notifications, such as
     * <code>notifications/v3/TRANSACTION.*</code>. They select what is generated, from the project's own specs too; by
     * default, everything. Queries that settle an included operation (<code>settledBy</code>) are also included.
     */
    @Parameter
    private List<String> includes = List.of();

    /** Globs like those of <code>includes</code>, for specs to omit, even a query that would otherwise be included. */
    @Parameter
    private List<String> excludes = List.of();

    /**
     * Root of the generated sources. The default is <code>target/generated-sources/wxpay</code>, or
     * <code>wxpay-ID</code> for an execution with an id. Each execution has its own directory.
     */
    @Parameter
    private File outputDirectory;

    /**
     * Root of the generated resources, which contain the index of the operations. The default is
     * <code>target/generated-resources/wxpay</code>, or <code>wxpay-ID</code> for an execution with an id.
     */
    @Parameter
    private File resourceDirectory;

    /** If true, nothing is generated and the project is left unchanged. */
    @Parameter(property = "wxpay.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String version;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("wxpay.skip is set: no client is generated");
            return;
        }
        if (basePackage == null) {
            throw new MojoFailureException(
                    "basePackage is missing: configure it under the plugin, not under one of its"
                            + " executions, if goals are run on the command line too, or set -Dwxpay.basePackage=com.example.pay");
        }
        GeneratorOptions options = options();
        String identity = new Fingerprint()
                .options(options)
                .text(specDirectory().toString())
                .hex();
        try {
            claim(options, identity);
            generateIfNeeded(options);
            warnOfLargeClient(options);
        } catch (IOException e) {
            throw new MojoExecutionException("the client cannot be generated: " + e.getMessage(), e);
        }
        project.addCompileSourceRoot(options.outputDirectory().toString());
        addIndex(options, identity);
    }

    private void addIndex(GeneratorOptions options, String identity) {
        Optional<String> other = ExecutionDirectories.claimIndex(context(), execution.getExecutionId(), identity);
        if (other.isPresent()) {
            getLog().info("META-INF/wxpay/operations.json in the jar lists the operations of execution " + other.get()
                    + ", that of " + execution.getExecutionId() + " stays in " + options.resourceDirectory());
            return;
        }
        Resource resource = new Resource();
        resource.setDirectory(options.resourceDirectory().toString());
        project.addResource(resource);
    }

    private void warnOfLargeClient(GeneratorOptions options) throws IOException {
        List<Path> roots =
                project.getCompileSourceRoots().stream().map(Path::of).toList();
        Path build = Path.of(project.getBuild().getDirectory());
        LargeClient.warning(options.outputDirectory(), build, roots).ifPresent(getLog()::warn);
    }

    private GeneratorOptions options() throws MojoExecutionException, MojoFailureException {
        try {
            Path sources = directory(outputDirectory, "generated-sources");
            GeneratorOptions.Builder options = GeneratorOptions.builder()
                    .basePackage(basePackage)
                    .outputDirectory(sources)
                    .resourceDirectory(directory(resourceDirectory, "generated-resources"))
                    .recordFile(beside(sources, ".emitted"), generatorId());
            includes.forEach(options::include);
            excludes.forEach(options::exclude);
            return options.build();
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("the plugin cannot be read: " + e.getMessage(), e);
        }
    }

    private Path directory(File configured, String kind) {
        Path directory = configured != null
                ? configured.toPath()
                : Path.of(
                        project.getBuild().getDirectory(), kind, ExecutionDirectories.name(execution.getExecutionId()));
        return directory.toAbsolutePath().normalize();
    }

    private Path specDirectory() throws MojoFailureException {
        return ProjectSpecs.directory(specDirectory, project.getBasedir());
    }

    /** Fails if two executions generate into the same directory, because they would delete each other's files. */
    private void claim(GeneratorOptions options, String identity) throws MojoFailureException {
        for (Path directory : List.of(options.outputDirectory(), options.resourceDirectory())) {
            Optional<String> other =
                    ExecutionDirectories.claim(context(), directory, execution.getExecutionId(), identity);
            if (other.isPresent()) {
                throw new MojoFailureException("the executions " + other.get() + " and " + execution.getExecutionId()
                        + " generate different clients into " + directory
                        + ": each would delete the other's files. Omit"
                        + " outputDirectory and resourceDirectory, or set different ones for each execution");
            }
        }
    }

    /** Returns the values that executions of the plugin share within a project and a build. */
    @SuppressWarnings("unchecked") // Maven's API declares it without type parameters
    private Map<Object, Object> context() {
        return getPluginContext();
    }

    private void generateIfNeeded(GeneratorOptions options) throws IOException, MojoFailureException {
        List<SpecFile> specs = ProjectSpecs.loader(getLog()).load(specDirectory());
        String fingerprint = fingerprint(specs, options);
        BuildRecord record = record(options);
        if (record.matches(fingerprint)) {
            getLog().info("nothing changed: the client is up to date");
            return;
        }
        record.delete();
        generate(specs, options);
        record.write(fingerprint);
    }

    private static String fingerprint(List<SpecFile> specs, GeneratorOptions options) {
        return new Fingerprint()
                .text(options.generator())
                .options(options)
                .specs(specs)
                .hex();
    }

    private String generatorId() throws IOException {
        return new Fingerprint().text(version).text(GeneratorClasses.digest()).hex();
    }

    private static BuildRecord record(GeneratorOptions options) {
        return new BuildRecord(
                beside(options.outputDirectory(), ".uptodate"),
                List.of(options.outputDirectory(), options.resourceDirectory()));
    }

    /** Returns a file next to the sources, not among them, where it would be packaged with them. */
    private static Path beside(Path sources, String suffix) {
        return sources.resolveSibling(sources.getFileName() + suffix);
    }

    private void generate(List<SpecFile> specs, GeneratorOptions options) throws IOException, MojoFailureException {
        try {
            ClientBuild.generate(specs, specDirectory(), options, ProjectSpecs.log(getLog()));
        } catch (SpecErrorsException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }
}
