package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
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
    List<SpecFile> read() throws IOException {
        if (directory != null && !Files.isDirectory(directory)) {
            throw CommandException.file(directory + " is not a directory of specs");
        }
        List<SpecFile> bundled = BundledSpecs.read(SpecsOption.class.getClassLoader());
        return directory == null ? bundled : SpecFiles.overlay(bundled, SpecFiles.ofDirectory(directory));
    }

    /** Prints the errors of specs, and returns the exit status of the command. */
    static int fail(Terminal terminal, List<SpecFile> files, List<Diagnostic> errors) {
        terminal.note(SpecReading.printer(files).print(errors).stripTrailing());
        return ExitStatus.NEGATIVE;
    }
}
