package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.importer.ImportOptions;
import io.github.wxpaycodegen.importer.ImportResult;
import io.github.wxpaycodegen.importer.Importer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares an OpenAPI document or documentation pages with the specs and reports the differences. With
 * <code>-Dwxpay.import.apply=true</code> it adds new operations and edits specs, as far as rules or names accept it.
 */
@Mojo(name = "import", requiresProject = false, threadSafe = true)
public final class ImportMojo extends AbstractMojo {
    /** OpenAPI document (Swagger 2.0 or OpenAPI 3, YAML or JSON), documentation page, or directory of pages. */
    @Parameter(property = "wxpay.import.source", required = true)
    private File source;

    /** Directory of the project's own specs. An edited bundled spec is written there and replaces the bundled one. */
    @Parameter(property = "wxpay.specDirectory", defaultValue = "${basedir}/src/main/wxpay")
    private File specDirectory;

    /**
     * Directory of the record of this source, to be committed, and of its <code>rules.yaml</code>. Each source has its
     * own.
     */
    @Parameter(property = "wxpay.import.record", defaultValue = "${basedir}/src/main/wxpay-import")
    private File recordDirectory;

    /** If false, the source is compared with the project's own specs only. */
    @Parameter(property = "wxpay.import.bundled", defaultValue = "true")
    private boolean bundled;

    /**
     * Globs of the URIs to import, for instance <code>v3/pay/**</code>. The default is all. The <code>includes</code>
     * of <code>wxpay:generate</code> do not restrict an import.
     */
    @Parameter(property = "wxpay.import.uris")
    private List<String> uris = List.of();

    /** Differences to accept, before the rules: globs of URI, method, path and attribute, as the report names them. */
    @Parameter(property = "wxpay.import.accept")
    private List<String> accept = List.of();

    /** Differences to refuse, before the rules and before <code>accept</code>. A refusal is remembered in the record. */
    @Parameter(property = "wxpay.import.refuse")
    private List<String> refuse = List.of();

    /** If true, specs and record are written. By default, the goal only reports. */
    @Parameter(property = "wxpay.import.apply", defaultValue = "false")
    private boolean apply;

    /** File of the report, in Markdown. */
    @Parameter(property = "wxpay.import.report", defaultValue = "${project.build.directory}/wxpay-import.md")
    private File report;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            ImportOptions.Builder options = ImportOptions.builder()
                    .source(source.toPath())
                    .specDirectory(specDirectory.toPath())
                    .recordDirectory(recordDirectory.toPath())
                    .apply(apply);
            if (bundled) {
                options.bundled(ProjectSpecs.loader(getLog()).bundled());
            }
            uris.forEach(options::include);
            accept.forEach(options::accept);
            refuse.forEach(options::refuse);
            log(Importer.run(options.build()));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("the import failed: " + e.getMessage(), e);
        }
    }

    private void log(ImportResult result) throws IOException {
        Path file = report.toPath().toAbsolutePath();
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, result.report());
        getLog().info("the source has " + count(result.operations(), "operation") + " and "
                + count(result.flaws(), "flaw"));
        getLog().info("differences: " + result.open() + " open, " + result.refused() + " refused");
        result.changed().forEach(path -> getLog().info((apply ? "wrote " : "would write ") + path));
        getLog().info("the report is in " + file);
        if (!apply) {
            getLog().info("nothing was written: to apply what is accepted, add -Dwxpay.import.apply=true");
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
