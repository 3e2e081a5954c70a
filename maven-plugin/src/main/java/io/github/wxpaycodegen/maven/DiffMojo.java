package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.diff.DiffFormat;
import io.github.wxpaycodegen.generator.diff.Impact;
import io.github.wxpaycodegen.generator.diff.SpecDiff;
import io.github.wxpaycodegen.generator.diff.VersionAdvice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Compares two sets of specs, and reports what changes on the wire, for source code and for compiled code that uses the
 * generated client.
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends AbstractMojo {
    /**
     * The old specs: a directory, a jar of <code>wxpay-api-specs</code>, or the coordinates of such a jar,
     * <code>groupId:artifactId:version</code>.
     */
    @Parameter(property = "wxpay.diff.before", required = true)
    private String before;

    /** The new specs: a directory, a jar or its coordinates. */
    @Parameter(property = "wxpay.diff.after", required = true)
    private String after;

    /** Format of the report: <code>text</code>, <code>markdown</code>, <code>json</code> or <code>html</code>. */
    @Parameter(property = "wxpay.diff.format", defaultValue = "text")
    private String format;

    /** File for the report. By default, it is logged. */
    @Parameter(property = "wxpay.diff.report")
    private File report;

    /**
     * Impacts that fail the build: <code>wire</code>, <code>source</code>, <code>binary</code>, <code>additive</code> or
     * <code>documentation</code>. By default, none.
     */
    @Parameter(property = "wxpay.diff.failOn")
    private List<String> failOn = List.of();

    /** Version of the old specs, to suggest the next one, such as <code>1.4.2</code>. */
    @Parameter(property = "wxpay.diff.version")
    private String version;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File basedir;

    @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
    private RepositorySystemSession session;

    @Parameter(defaultValue = "${project.remoteProjectRepositories}", readonly = true, required = true)
    private List<RemoteRepository> repositories;

    private final RepositorySystem system;

    /** Creates the goal. */
    @Inject
    public DiffMojo(RepositorySystem system) {
        this.system = system;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            DiffFormat as = choice(DiffFormat.class, format);
            Set<Impact> forbidden = EnumSet.noneOf(Impact.class);
            for (String impact : failOn) {
                forbidden.add(choice(Impact.class, impact));
            }
            SpecSource source = new SpecSource(basedir.toPath(), new RepositoryJars(system, session, repositories));
            SpecDiff diff = SpecDiff.between(source.read(before), source.read(after));
            report(as.write(diff));
            if (version != null) {
                getLog().info("next version: " + VersionAdvice.next(version, diff.impacts()));
            }
            forbidden.retainAll(diff.impacts());
            if (!forbidden.isEmpty()) {
                throw new MojoFailureException("the specs have changes of the impact "
                        + String.join(
                                ", ", forbidden.stream().map(Impact::label).toList()) + ", see the report");
            }
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("the specs cannot be compared: " + e.getMessage(), e);
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> kind, String label) {
        for (E value : kind.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(label)) {
                return value;
            }
        }
        throw new IllegalArgumentException("`" + label + "` is not one of "
                + String.join(
                        ", ",
                        EnumSet.allOf(kind).stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private void report(String text) throws IOException {
        if (report == null) {
            text.lines().forEach(getLog()::info);
            return;
        }
        Path file = report.toPath().toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        getLog().info("the report is in " + file);
    }
}
