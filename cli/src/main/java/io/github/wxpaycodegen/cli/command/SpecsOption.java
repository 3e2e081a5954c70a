package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.build.BuildLog;
import io.github.wxpaycodegen.generator.build.ClientBuild;
import io.github.wxpaycodegen.generator.build.SpecLoader;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --specs} of the commands that write files from specs, and their report of errors in specs. */
final class SpecsOption {
    @Option(
            names = "--specs",
            paramLabel = "DIR",
            description = "Specs of your own, which extend or replace the bundled ones.")
    private @Nullable Path directory;

    /**
     * Returns the bundled specs, extended or replaced by those of the option.
     *
     * @throws CommandException if the option names no directory
     */
    List<SpecFile> read(Terminal terminal) throws IOException {
        if (directory != null && !Files.isDirectory(directory)) {
            throw CommandException.file(directory + " is not a directory of specs");
        }
        SpecLoader loader = new SpecLoader(SpecsOption.class.getClassLoader(), new Notes(terminal));
        return directory == null ? loader.bundled() : loader.load(directory);
    }

    /** Prints warnings of the option's own writes whose query cannot find out whether they took effect. */
    void warnUnsettled(Terminal terminal, List<SpecFile> files, GenerationResult result) throws IOException {
        if (directory != null) {
            ClientBuild.unsettled(result, files, SpecLoader.own(directory)).forEach(terminal::note);
        }
    }

    /** Prints what the Maven and the Gradle plugin log. */
    private record Notes(Terminal terminal) implements BuildLog {
        @Override
        public void debug(String line) {
            // Of interest in a build only.
        }

        @Override
        public void info(String line) {
            terminal.note(line);
        }

        @Override
        public void warn(String line) {
            terminal.note("warning: " + line);
        }

        @Override
        public void error(String line) {
            terminal.note("error: " + line);
        }
    }

    /** Prints the errors of specs, and returns the exit status of the command. */
    static int fail(Terminal terminal, List<SpecFile> files, List<Diagnostic> errors) {
        terminal.note(SpecReading.printer(files).print(errors).stripTrailing());
        return ExitStatus.NEGATIVE;
    }
}
