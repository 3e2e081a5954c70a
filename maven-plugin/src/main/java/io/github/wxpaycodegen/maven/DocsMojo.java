package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.reference.ReferenceSite;
import io.github.wxpaycodegen.reference.SiteResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a reference site: static pages about every operation and notification of the bundled specs and of the project's own,
 * in Chinese and English, with a search that works offline. Open <code>index.html</code>.
 */
@Mojo(name = "docs", requiresProject = false, threadSafe = true)
public final class DocsMojo extends AbstractMojo {
    /**
     * Package of <code>WxPay</code>, which the Java code of the pages names. The default is that of
     * <code>wxpay-client</code>.
     */
    @Parameter(property = "wxpay.basePackage", defaultValue = ReferenceSite.CLIENT_PACKAGE)
    private String basePackage;

    /**
     * Directory of the project's own specs, which replace or extend the bundled ones. The default is
     * <code>src/main/wxpay</code>, which need not exist; a configured directory must.
     */
    @Parameter(property = "wxpay.specDirectory")
    private File specDirectory;

    /**
     * Directory of the site, used for nothing else. Unchanged files are not touched, and files of an earlier run that are
     * no longer part of the site are deleted.
     */
    @Parameter(property = "wxpay.docs.outputDirectory", defaultValue = "${project.build.directory}/wxpay-docs")
    private File outputDirectory;

    /** If true, nothing is written. */
    @Parameter(property = "wxpay.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("wxpay.skip is set: no site is written");
            return;
        }
        Path directory = outputDirectory.toPath().toAbsolutePath().normalize();
        try {
            List<SpecFile> specs = ProjectSpecs.loader(getLog()).load(ProjectSpecs.directory(specDirectory, basedir));
            SiteResult result = ReferenceSite.write(specs, basePackage, directory);
            if (!result.succeeded()) {
                SpecReading.printer(specs).print(result.diagnostics()).lines().forEach(getLog()::error);
                throw new MojoFailureException("the specs have errors, see above");
            }
            result.warnings().forEach(getLog()::warn);
            getLog().info("described " + result.operations() + " operations and " + result.notifications()
                    + " notifications: " + result.written().size() + " files written, "
                    + result.unchanged().size() + " unchanged, "
                    + result.deleted().size() + " deleted");
            getLog().info("open " + directory.resolve("index.html"));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("the site cannot be written: " + e.getMessage(), e);
        }
    }
}
