package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.Generator;
import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
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
    /** The package of <code>WxPay</code>; the others are below it. */
    @Parameter(property = "wxpay.basePackage", required = true)
    private String basePackage;

    /** The project's own specs, at the paths of their URIs. It need not exist. */
    @Parameter(defaultValue = "${project.basedir}/src/main/wxpay")
    private File specDirectory;

    /** Globs over URIs, such as <code>v2/wxv/**</code>: what to generate. All by default. */
    @Parameter
    private List<String> includes = List.of();

    /** Globs over URIs: what to leave out. */
    @Parameter
    private List<String> excludes = List.of();

    /** The root of the generated sources. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/wxpay")
    private File outputDirectory;

    /** The root of the generated resources, which hold the index of the operations. */
    @Parameter(defaultValue = "${project.build.directory}/generated-resources/wxpay")
    private File resourceDirectory;

    /** Generates nothing, and leaves the project as it is. */
    @Parameter(property = "wxpay.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String version;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("wxpay.skip is set: no client is generated");
            return;
        }
        try {
            generate(specs());
        } catch (IOException e) {
            throw new MojoExecutionException("the client cannot be generated: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
        project.addCompileSourceRoot(outputDirectory.getAbsolutePath());
        Resource resource = new Resource();
        resource.setDirectory(resourceDirectory.getAbsolutePath());
        project.addResource(resource);
    }

    private List<SpecFile> specs() throws IOException {
        List<SpecFile> bundled = BundledSpecs.read();
        if (!specDirectory.isDirectory()) {
            return bundled;
        }
        List<SpecFile> own = SpecFiles.ofDirectory(specDirectory.toPath());
        Set<String> places = bundled.stream().map(SpecFile::path).collect(Collectors.toSet());
        own.stream().map(SpecFile::path).filter(places::contains).forEach(path -> getLog().info(
                        path + " replaces the bundled spec"));
        return SpecFiles.overlay(bundled, own);
    }

    private void generate(List<SpecFile> specs) throws IOException, MojoFailureException {
        Path output = outputDirectory.toPath();
        // Beside the sources, not among them: another goal may be set up to clean these.
        UpToDate upToDate = new UpToDate(output.resolveSibling(output.getFileName() + ".uptodate"));
        String fingerprint = Fingerprint.of(specs, options());
        if (upToDate.holds(fingerprint)) {
            getLog().info("the client is up to date");
            return;
        }
        upToDate.forget();
        GeneratorOptions.Builder options = GeneratorOptions.builder()
                .basePackage(basePackage)
                .outputDirectory(output)
                .resourceDirectory(resourceDirectory.toPath());
        includes.forEach(options::include);
        excludes.forEach(options::exclude);
        GenerationResult result = Generator.generate(specs, options.build());
        if (!result.succeeded()) {
            report(result.diagnostics(), specs);
        }
        List<Path> files = new ArrayList<>(result.written());
        files.addAll(result.unchanged());
        upToDate.remember(fingerprint, files.stream().sorted().toList());
        getLog().info("generated the client: " + result.written().size() + " files written, "
                + result.unchanged().size() + " unchanged, " + result.deleted().size() + " deleted");
    }

    private List<String> options() {
        return List.of(
                version,
                basePackage,
                includes.toString(),
                excludes.toString(),
                outputDirectory.getPath(),
                resourceDirectory.getPath());
    }

    private void report(List<Diagnostic> diagnostics, List<SpecFile> specs) throws MojoFailureException {
        SpecReading.printer(specs).print(diagnostics).lines().forEach(line -> getLog().error(line));
        throw new MojoFailureException(
                diagnostics.size() == 1
                        ? "there is 1 error in the specs"
                        : "there are " + diagnostics.size() + " errors in the specs");
    }
}
