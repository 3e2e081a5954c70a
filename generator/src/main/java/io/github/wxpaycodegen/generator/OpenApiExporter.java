package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.emit.SourceFile;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.openapi.OpenApi;
import io.github.wxpaycodegen.generator.openapi.OpenApiDocument;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.generator.write.OutputWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Exports specs as OpenAPI documents: {@code openapi.json} with everything, and one for each product, such as {@code
 * v3/pay.json}. Stateless; may run in several threads at once, for different directories.
 */
public final class OpenApiExporter {
    private static final String ALL = "openapi";

    private final Specs specs;
    private final OpenApiOptions options;
    private final List<SourceFile> files = new ArrayList<>();

    private OpenApiExporter(Specs specs, OpenApiOptions options) {
        this.specs = specs;
        this.options = options;
    }

    /**
     * Reads and checks the specs, and writes the documents. If any file has an error, nothing is written, and the result
     * lists all errors. An unchanged document keeps its time.
     *
     * @throws IOException if the output cannot be written
     */
    public static GenerationResult export(List<SpecFile> files, OpenApiOptions options) throws IOException {
        SpecReading reading = SpecReader.read(files);
        List<Diagnostic> errors = SpecCheck.check(reading);
        if (errors.isEmpty()) {
            errors = Selection.idleIncludes(reading.specs().orElseThrow(), options.includes());
        }
        if (!errors.isEmpty()) {
            return GenerationResult.failure(errors);
        }
        Specs specs = reading.specs().orElseThrow();
        Specs chosen = Selection.of(specs, options.includes(), options.excludes());
        OutputWriter writer = new OutputWriter(options.outputDirectory(), options.outputDirectory());
        writer.write(new OpenApiExporter(chosen, options).documents());
        List<String> warnings = new ArrayList<>(Selection.idleExcludes(specs, options.excludes()));
        warnings.addAll(writer.warnings());
        return new GenerationResult(
                writer.written(),
                writer.unchanged(),
                writer.deleted(),
                Selection.leftOut(specs, chosen),
                warnings,
                List.of(),
                List.of());
    }

    private List<SourceFile> documents() {
        document(ALL, "WeChat Pay", specs);
        Map<String, List<Endpoint>> products = new TreeMap<>();
        specs.endpoints().forEach(endpoint -> products.computeIfAbsent(
                        OpenApi.product(specs, endpoint), product -> new ArrayList<>())
                .add(endpoint));
        products.forEach((product, endpoints) -> {
            String name = specs.folderTitles().getOrDefault(product, product);
            document(product, "WeChat Pay: " + name, Selection.narrowed(specs, endpoints, notifications(endpoints)));
        });
        return files;
    }

    /** Returns the notifications that operations cause. One that no operation names is in the document of all only. */
    private List<NotificationSpec> notifications(List<Endpoint> endpoints) {
        Set<NotificationRef> caused = endpoints.stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> operation.effects().notifies().stream())
                .collect(Collectors.toSet());
        return specs.notifications().stream()
                .filter(each -> caused.contains(new NotificationRef(each.protocol(), each.id())))
                .toList();
    }

    private void document(String path, String title, Specs content) {
        Supplier<OpenApiDocument> document =
                () -> OpenApi.export(content, options.version(), title, options.documentVersion());
        for (OpenApiOptions.Format format : options.formats()) {
            files.add(
                    switch (format) {
                        case JSON -> file(path + ".json", () -> document.get().toJson());
                        case YAML -> file(path + ".yaml", () -> document.get().toYaml());
                    });
        }
    }

    private static SourceFile file(String path, Supplier<String> text) {
        return new SourceFile(SourceFile.Kind.RESOURCE, path, text);
    }
}
