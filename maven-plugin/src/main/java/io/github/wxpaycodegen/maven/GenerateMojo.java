package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.Generator;
import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * Generates a typed WeChat Pay client: from the bundled specs, narrowed by <code>includes</code> and
 * <code>excludes</code>, and from the project's own specs, which add to them or replace them file by file.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    /** The package of <code>WxPay</code>; the others are below it. Required. */
    @Parameter(property = "wxpay.basePackage")
    private String basePackage;

    /**
     * The project's own specs, at the paths of their URIs: <code>src/main/wxpay</code> by default, which need not exist. A
     * directory that is configured must.
     */
    @Parameter(property = "wxpay.specDirectory")
    private File specDirectory;

    /**
     * Globs over URIs, such as <code>v2/wxv/**</code>, and over the places of notifications, such as
     * <code>notifications/v3/TRANSACTION.*</code>: what to generate, of the project's own specs too. All by default. The
     * queries by which what is included finds out whether it took effect (<code>settledBy</code>) come along.
     */
    @Parameter
    private List<String> includes = List.of();

    /** Globs like those of <code>includes</code>: what to leave out, even a query that would come along. */
    @Parameter
    private List<String> excludes = List.of();

    /**
     * The root of the generated sources: <code>target/generated-sources/wxpay</code> by default, or <code>wxpay-ID</code> of
     * an execution that has an id. Each execution has a directory of its own.
     */
    @Parameter
    private File outputDirectory;

    /**
     * The root of the generated resources, which hold the index of the operations:
     * <code>target/generated-resources/wxpay</code> by default, or <code>wxpay-ID</code> of an execution that has an id.
     */
    @Parameter
    private File resourceDirectory;

    /** Generates nothing, and leaves the project as it is. */
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
                            + " executions, if goals are run on the command line too, or give -Dwxpay.basePackage=com.example.pay");
        }
        GeneratorOptions options = options();
        try {
            claim(options);
            generateIfNeeded(options);
        } catch (IOException e) {
            throw new MojoExecutionException("the client cannot be generated: " + e.getMessage(), e);
        }
        project.addCompileSourceRoot(options.outputDirectory().toString());
        Resource resource = new Resource();
        resource.setDirectory(options.resourceDirectory().toString());
        project.addResource(resource);
    }

    private GeneratorOptions options() throws MojoFailureException {
        try {
            GeneratorOptions.Builder options = GeneratorOptions.builder()
                    .basePackage(basePackage)
                    .outputDirectory(directory(outputDirectory, "generated-sources"))
                    .resourceDirectory(directory(resourceDirectory, "generated-resources"));
            includes.forEach(options::include);
            excludes.forEach(options::exclude);
            return options.build();
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
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
        if (specDirectory == null) {
            return project.getBasedir().toPath().resolve("src/main/wxpay");
        }
        if (!specDirectory.isDirectory()) {
            throw new MojoFailureException("specDirectory is not a directory: " + specDirectory
                    + ". Create it, or leave specDirectory out for src/main/wxpay");
        }
        return specDirectory.toPath();
    }

    /** Two executions that write into one directory would delete each other's files. */
    @SuppressWarnings("unchecked") // Maven's API has it without type parameters
    private void claim(GeneratorOptions options) throws MojoFailureException {
        Map<Object, Object> context = getPluginContext();
        String identity = new Fingerprint()
                .options(options)
                .text(specDirectory().toString())
                .hex();
        for (Path directory : List.of(options.outputDirectory(), options.resourceDirectory())) {
            Optional<String> other =
                    ExecutionDirectories.claim(context, directory, execution.getExecutionId(), identity);
            if (other.isPresent()) {
                throw new MojoFailureException("the executions " + other.get() + " and " + execution.getExecutionId()
                        + " generate different clients into " + directory
                        + ": each would delete the other's files. Leave"
                        + " outputDirectory and resourceDirectory out, or give each execution its own");
            }
        }
    }

    private void generateIfNeeded(GeneratorOptions options) throws IOException, MojoFailureException {
        List<SpecFile> specs = new SpecLoader(getClass().getClassLoader(), getLog()).load(specDirectory());
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

    private String fingerprint(List<SpecFile> specs, GeneratorOptions options) throws IOException {
        // The version of a snapshot says little, so the classes of the generator count too.
        String classes = Generator.class.getPackageName().replace('.', '/');
        try (ResourceTree generator = ResourceTree.open(Generator.class.getClassLoader(), classes)) {
            return new Fingerprint()
                    .text(version)
                    .tree(generator.root())
                    .options(options)
                    .specs(specs)
                    .hex();
        }
    }

    /** Beside the sources, not among them: whoever packs the sources wants nothing else. */
    private static BuildRecord record(GeneratorOptions options) {
        Path sources = options.outputDirectory();
        return new BuildRecord(
                sources.resolveSibling(sources.getFileName() + ".uptodate"),
                List.of(sources, options.resourceDirectory()));
    }

    private void generate(List<SpecFile> specs, GeneratorOptions options) throws IOException, MojoFailureException {
        GenerationResult result = Generator.generate(specs, options);
        if (!result.succeeded()) {
            throw failure(result.diagnostics(), specs);
        }
        Set<String> own = SpecLoader.own(specDirectory());
        result.leftOut().stream().filter(own::contains).forEach(path -> getLog().warn(
                        path + " is the project's own, and includes or excludes leave it out"));
        result.warnings().forEach(getLog()::warn);
        getLog().info("generated the client: " + result.written().size() + " files written, "
                + result.unchanged().size() + " unchanged, " + result.deleted().size() + " deleted");
    }

    private MojoFailureException failure(List<Diagnostic> diagnostics, List<SpecFile> specs) {
        SpecReading.printer(specs).print(diagnostics).lines().forEach(getLog()::error);
        int count = diagnostics.size();
        return new MojoFailureException(
                count == 1 ? "there is 1 error in the specs" : "there are " + count + " errors in the specs");
    }
}
