package io.github.wxpaycodegen.maven;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the JSON Schema of specs next to the project's own specs, for editors that complete and validate YAML. The
 * schema belongs to this version of the plugin.
 */
@Mojo(name = "schema", requiresProject = false, threadSafe = true)
public final class SchemaMojo extends AbstractMojo {
    static final String NAME = "wxpay-spec-1.schema.json";

    /** Directory to write to: that of the project's own specs. It is created if it does not exist. */
    @Parameter(property = "wxpay.specDirectory", defaultValue = "${basedir}/src/main/wxpay")
    private File specDirectory;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            Path file = write(specDirectory.toPath());
            getLog().info("the schema of specs is in " + file + "; start a spec in v2/pay with the line");
            getLog().info("# yaml-language-server: $schema=../../" + NAME);
        } catch (IOException e) {
            throw new MojoExecutionException("the schema of specs cannot be written: " + e.getMessage(), e);
        }
    }

    static Path write(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        try (InputStream in = SchemaMojo.class.getResourceAsStream("/wxpay-specs/schema/" + NAME)) {
            if (in == null) {
                throw new IOException("there is no " + NAME + " on the plugin's class path");
            }
            byte[] schema = in.readAllBytes();
            // An unchanged file keeps its time.
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), schema)) {
                Files.createDirectories(directory);
                Files.write(file, schema);
            }
        }
        return file;
    }
}
