package io.github.wxpaycodegen.generator;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.emit.Emitter;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.lint.SpecLint;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.generator.write.OutputWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Generates a client from specs. Stateless; may run in several threads at once, for different directories. */
public final class Generator {
    static {
        // JavaPoet's classes can deadlock when two threads initialize them at once, unless this one is initialized
        // first.
        ClassName.get(Object.class);
    }

    private Generator() {}

    /**
     * Reads and checks the specs, and generates and writes the client. If any file has an error, nothing is written,
     * and the result lists all errors.
     *
     * @throws IOException if the output cannot be written
     */
    public static GenerationResult generate(List<SpecFile> files, GeneratorOptions options) throws IOException {
        SpecReading reading = SpecReader.read(files);
        List<Diagnostic> wrong = SpecCheck.check(reading);
        if (!wrong.isEmpty()) {
            return GenerationResult.failure(wrong);
        }
        Specs specs = reading.specs().orElseThrow();
        Specs chosen = Selection.of(specs, options);
        List<Diagnostic> notChosen = new ArrayList<>(Selection.idleIncludes(specs, options.includes()));
        notChosen.addAll(SupportCheck.check(chosen));
        if (!notChosen.isEmpty()) {
            return GenerationResult.failure(notChosen);
        }
        OutputWriter writer = new OutputWriter(options.outputDirectory(), options.resourceDirectory());
        List<SourceFile> emitted = Emitter.emit(ClientPlanner.plan(chosen, specs, options.basePackage()));
        if (options.recordFile().isPresent()) {
            writer.write(emitted, options.recordFile().get(), options.generator());
        } else {
            writer.write(emitted);
        }
        List<String> warnings = new ArrayList<>(Selection.idleExcludes(specs, options.excludes()));
        warnings.addAll(Selection.lostQueries(specs, chosen));
        warnings.addAll(writer.warnings());
        return new GenerationResult(
                writer.written(),
                writer.unchanged(),
                writer.deleted(),
                Selection.leftOut(specs, chosen),
                warnings,
                unsettled(reading, chosen),
                List.of());
    }

    /** Returns the findings about the outcome of writes, which cost money; the validation reports all others. */
    private static List<Diagnostic> unsettled(SpecReading reading, Specs chosen) {
        Set<String> files = chosen.endpoints().stream()
                .map(endpoint -> endpoint.span().file())
                .collect(Collectors.toSet());
        return SpecLint.unsettled(reading.specs().orElseThrow()).stream()
                .filter(finding -> files.contains(finding.span().file()))
                .filter(finding -> reading.suppressions().stream().noneMatch(each -> each.covers(finding)))
                .toList();
    }
}
