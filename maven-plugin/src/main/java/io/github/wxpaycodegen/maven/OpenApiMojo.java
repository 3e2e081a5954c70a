package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.OpenApiExporter;
import io.github.wxpaycodegen.generator.OpenApiOptions;
import io.github.wxpaycodegen.generator.openapi.OpenApiVersion;
import io.github.wxpaycodegen.generator.read.GeneratorClasses;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Exports the specs as OpenAPI documents, for other tools: <code>openapi.json</code> with all operations and
 * notifications, and one document for each product, such as <code>v3/pay.json</code>.
 */
@Mojo(name = "openapi", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, requiresProject = false, threadSafe = true)
public final class OpenApiMojo extends AbstractMojo {
    /**
     * Directory of the project's own specs, at the paths of their URIs. The default is <code>src/main/wxpay</code>,
     * which need not exist; a configured directory must.
     */
    @Parameter(property = "wxpay.specDirectory")
    private File specDirectory;

    /** Globs over URIs and the paths of notifications to export. By default, all. */
    @Parameter(property = "wxpay.openapi.includes")
    private List<String> includes = List.of();

    /** Globs like those of <code>includes</code>, for specs to omit. */
    @Parameter(property = "wxpay.openapi.excludes")
    private List<String> excludes = List.of();

    /** Version of OpenAPI: <code>3.1</code>, or <code>3.0</code> for tools that do not read it. */
    @Parameter(property = "wxpay.openapi.version", defaultValue = "3.1")
    private String openApiVersion;

    /** Formats of the documents: <code>json</code>, <code>yaml</code> or both. */
    @Parameter(property = "wxpay.openapi.formats", defaultValue = "json")
    private List<String> formats = List.of();

    /** Version that the documents state of the API. The default is that of the plugin, which contains the specs. */
    @Parameter(property = "wxpay.openapi.documentVersion", defaultValue = "${plugin.version}")
    private String documentVersion;

    /**
     * Root of the documents, used for nothing else. Documents of an earlier export that are no longer written are
     * deleted.
     */
    @Parameter(
            property = "wxpay.openapi.outputDirectory",
            defaultValue = "${project.build.directory}/wxpay-openapi",
            required = true)
    private File outputDirectory;

    /** If true, nothing is exported. */
    @Parameter(property = "wxpay.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String pluginVersion;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("wxpay.skip is set: no OpenAPI documents are exported");
            return;
        }
        Path directory = ProjectSpecs.directory(specDirectory, basedir);
        OpenApiOptions options = options();
        claim(options, directory);
        try {
            List<SpecFile> specs = ProjectSpecs.loader(getLog()).load(directory);
            Path output = options.outputDirectory();
            String fingerprint = fingerprint(specs);
            BuildRecord record =
                    new BuildRecord(output.resolveSibling(output.getFileName() + ".uptodate"), List.of(output));
            if (record.matches(fingerprint)) {
                getLog().info("nothing changed: the OpenAPI documents are up to date");
                return;
            }
            record.delete();
            export(specs, options);
            record.write(fingerprint);
        } catch (IOException e) {
            throw new MojoExecutionException("the specs cannot be exported: " + e.getMessage(), e);
        }
    }

    private OpenApiOptions options() throws MojoFailureException {
        OpenApiOptions.Builder options = OpenApiOptions.builder()
                .version(version())
                .documentVersion(documentVersion)
                .outputDirectory(outputDirectory.toPath().toAbsolutePath().normalize());
        includes.forEach(options::include);
        excludes.forEach(options::exclude);
        for (String format : formats) {
            options.format(
                    switch (format.toLowerCase(Locale.ROOT)) {
                        case "json" -> OpenApiOptions.Format.JSON;
                        case "yaml" -> OpenApiOptions.Format.YAML;
                        default ->
                            throw new MojoFailureException("formats contains `" + format + "`: use json, yaml or both");
                    });
        }
        return options.build();
    }

    private OpenApiVersion version() throws MojoFailureException {
        return switch (openApiVersion) {
            case "3.0" -> OpenApiVersion.V3_0;
            case "3.1" -> OpenApiVersion.V3_1;
            default ->
                throw new MojoFailureException("openApiVersion must be 3.0 or 3.1 (was `" + openApiVersion + "`)");
        };
    }

    /** Fails if two executions export different documents to one directory, because they would delete each other's. */
    @SuppressWarnings("unchecked") // Maven's API declares it without type parameters
    private void claim(OpenApiOptions options, Path directory) throws MojoFailureException {
        Map<Object, Object> context = getPluginContext();
        String identity = settings().text(directory.toString()).hex();
        Optional<String> other =
                ExecutionDirectories.claim(context, options.outputDirectory(), execution.getExecutionId(), identity);
        if (other.isPresent()) {
            throw new MojoFailureException("the executions " + other.get() + " and " + execution.getExecutionId()
                    + " export different documents to " + options.outputDirectory()
                    + ": each would delete the other's files. Set different outputDirectories");
        }
    }

    private Fingerprint settings() {
        return new Fingerprint()
                .text(pluginVersion)
                .texts(includes)
                .texts(excludes)
                .texts(formats)
                .text(openApiVersion)
                .text(documentVersion);
    }

    private String fingerprint(List<SpecFile> specs) throws IOException {
        return settings().text(GeneratorClasses.digest()).specs(specs).hex();
    }

    private void export(List<SpecFile> specs, OpenApiOptions options) throws IOException, MojoFailureException {
        GenerationResult result = OpenApiExporter.export(specs, options);
        if (!result.succeeded()) {
            SpecReading.printer(specs).print(result.diagnostics()).lines().forEach(getLog()::error);
            throw new MojoFailureException("the specs have errors, see above");
        }
        result.warnings().forEach(getLog()::warn);
        getLog().info("exported OpenAPI documents to " + options.outputDirectory() + ": "
                + result.written().size() + " files written, "
                + result.unchanged().size() + " unchanged, " + result.deleted().size() + " deleted");
    }
}
