package io.github.wxpaycodegen.gradle;

import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.build.ClientBuild;
import io.github.wxpaycodegen.generator.build.SpecErrorsException;
import io.github.wxpaycodegen.generator.read.GeneratorClasses;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.gradle.api.GradleException;
import org.gradle.api.InvalidUserDataException;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.file.FileSystemOperations;
import org.gradle.api.provider.ListProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.CacheableTask;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Optional;
import org.gradle.api.tasks.OutputDirectory;
import org.gradle.api.tasks.TaskAction;

/** Generates a typed WeChat Pay client from the bundled specs and those of the project. */
@CacheableTask
public abstract class GenerateWxpay extends SpecTask {
    /** Creates the task; Gradle calls it. */
    public GenerateWxpay() {}

    /** Returns the package of {@code WxPay}. Required; without it, the task fails and says how to set it. */
    @Input
    @Optional
    public abstract Property<String> getBasePackage();

    /**
     * Returns true if there is no client: the task then empties its directories, in which an earlier configuration may have
     * left one.
     */
    @Input
    public abstract Property<Boolean> getOmitted();

    /** Returns the globs that select what is generated; empty for everything. */
    @Input
    public abstract ListProperty<String> getIncludes();

    /** Returns the globs that select what is omitted. */
    @Input
    public abstract ListProperty<String> getExcludes();

    /** Returns the root of the generated sources, used for nothing else. */
    @OutputDirectory
    public abstract DirectoryProperty getSourceDirectory();

    /** Returns the root of the generated resources, which contain the index of the operations. */
    @OutputDirectory
    public abstract DirectoryProperty getResourceDirectory();

    /** Generates the client. */
    @TaskAction
    public void generate() {
        if (getOmitted().get()) {
            getFiles().delete(spec -> spec.delete(getSourceDirectory(), getResourceDirectory()));
            return;
        }
        if (!getBasePackage().isPresent()) {
            throw new InvalidUserDataException(
                    "basePackage of " + getPath() + " is missing: set it in the build script,"
                            + " wxpay { basePackage = \"com.example.pay\" }, or in the block of the further client");
        }
        try {
            GeneratorOptions options = options();
            Path specs = specDirectory();
            ClientBuild.generate(loader().load(specs), specs, options, log());
        } catch (SpecErrorsException e) {
            throw new GradleException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new GradleException("the client cannot be generated: " + e.getMessage(), e);
        }
    }

    /** Returns Gradle's file operations. */
    @Inject
    @SuppressWarnings("JavaxInjectOnAbstractMethod") // Gradle implements it
    protected abstract FileSystemOperations getFiles();

    private GeneratorOptions options() throws IOException {
        try {
            GeneratorOptions.Builder options = GeneratorOptions.builder()
                    .basePackage(getBasePackage().get())
                    .outputDirectory(path(getSourceDirectory()))
                    .resourceDirectory(path(getResourceDirectory()))
                    // What Gradle restores from a cache has other times, and is emitted again.
                    .recordFile(getTemporaryDir().toPath().resolve("emitted"), GeneratorClasses.digest());
            getIncludes().get().forEach(options::include);
            getExcludes().get().forEach(options::exclude);
            return options.build();
        } catch (IllegalArgumentException e) {
            throw new InvalidUserDataException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path path(DirectoryProperty directory) {
        return directory.get().getAsFile().toPath();
    }
}
