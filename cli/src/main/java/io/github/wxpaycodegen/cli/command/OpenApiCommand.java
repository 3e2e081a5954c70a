package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.OpenApiExporter;
import io.github.wxpaycodegen.generator.OpenApiOptions;
import io.github.wxpaycodegen.generator.openapi.OpenApiVersion;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wxpay openapi}. */
@Command(
        name = "openapi",
        description = "Export the specs as OpenAPI documents, as the goal wxpay:openapi does.",
        footerHeading = "%n",
        footer = {
            "Writes openapi.json with everything, and one document for each product, v3/pay.json.",
            "Example: wxpay openapi --out docs/api --include 'v3/pay/**'"
        })
final class OpenApiCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The root of the documents, used for nothing else.")
    private Path out = Path.of("");

    @Option(
            names = "--openapi",
            paramLabel = "VERSION",
            defaultValue = "3.1",
            description = "The version of OpenAPI, 3.1 or 3.0 (default: 3.1).")
    private String openApi = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "JSON or YAML (default: JSON). Repeatable.")
    private List<OpenApiOptions.Format> formats = new ArrayList<>();

    @Option(
            names = "--document-version",
            paramLabel = "VERSION",
            description = "The version that the documents state (default: that of this program).")
    private @Nullable String documentVersion;

    @Mixin
    private final SpecsOption specs = new SpecsOption();

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "URIs to export, v2/wxv/** (default: all). Repeatable.")
    private List<String> includes = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "URIs to omit. Repeatable.")
    private List<String> excludes = new ArrayList<>();

    OpenApiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<SpecFile> files = specs.read(terminal);
        GenerationResult result = OpenApiExporter.export(files, options());
        if (!result.succeeded()) {
            return SpecsOption.fail(terminal, files, result.diagnostics());
        }
        WrittenFiles.print(terminal, output.json, "exported", result);
        return ExitStatus.GOOD;
    }

    private OpenApiOptions options() {
        OpenApiOptions.Builder options = OpenApiOptions.builder()
                .version(version())
                .documentVersion(documentVersion == null ? RootCommand.version() : documentVersion)
                .outputDirectory(out.toAbsolutePath().normalize());
        formats.forEach(options::format);
        includes.forEach(options::include);
        excludes.forEach(options::exclude);
        return options.build();
    }

    private OpenApiVersion version() {
        return switch (openApi) {
            case "3.0" -> OpenApiVersion.V3_0;
            case "3.1" -> OpenApiVersion.V3_1;
            default -> throw CommandException.usage("--openapi must be 3.0 or 3.1 (was " + openApi + ")");
        };
    }
}
