package io.github.wxpaycodegen.generator.build;

import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.Generator;
import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Generates the client of a project, and logs what its author should know. */
public final class ClientBuild {
    private ClientBuild() {}

    /**
     * Generates a client.
     *
     * @param specs the bundled specs and those of the project, as {@link SpecLoader#load} returns them
     * @param directory the directory of the project's own specs; it need not exist
     * @throws SpecErrorsException if the specs have errors. They are logged, and nothing is written
     * @throws IOException if the project's specs cannot be read, or the output cannot be written
     */
    public static void generate(List<SpecFile> specs, Path directory, GeneratorOptions options, BuildLog log)
            throws IOException, SpecErrorsException {
        GenerationResult result = Generator.generate(specs, options);
        if (!result.succeeded()) {
            SpecReading.printer(specs).print(result.diagnostics()).lines().forEach(log::error);
            throw new SpecErrorsException(result.diagnostics().size());
        }
        Set<String> own = SpecLoader.own(directory);
        result.leftOut().stream()
                .filter(own::contains)
                .forEach(path ->
                        log.warn(path + " is one of the project's own specs, but includes or excludes omit it"));
        result.warnings().forEach(log::warn);
        unsettled(result, specs, own).forEach(text -> text.lines().forEach(log::warn));
        log.info("generated the client: " + result.written().size() + " files written, "
                + result.unchanged().size() + " unchanged, " + result.deleted().size() + " deleted");
    }

    /**
     * Returns warnings of the project's own writes whose query cannot find out whether they took effect.
     *
     * @param specs the files that the client was generated from
     * @param own the paths of the project's own specs
     */
    public static List<String> unsettled(GenerationResult result, List<SpecFile> specs, Set<String> own) {
        return result.unsettled().stream()
                .filter(finding -> own.contains(finding.span().file()))
                .map(finding -> SpecReading.printer(specs)
                        .print(finding, Severity.WARNING)
                        .stripTrailing())
                .toList();
    }
}
