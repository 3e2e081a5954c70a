package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.Generator;
import io.github.wxpaycodegen.generator.GeneratorOptions;
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

/** {@code wxpay generate}. */
@Command(
        name = "generate",
        description = "Generate the Java sources of a client, as the goal wxpay:generate does.",
        footerHeading = "%n",
        footer = {
            "Only changed files are written, and files that are no longer generated are deleted.",
            "Example: wxpay generate --package com.example.pay --out src/gen/java --include 'v3/pay/**'"
        })
final class GenerateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--package", required = true, paramLabel = "NAME", description = "The package of WxPay.")
    private String basePackage = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The root of the sources, used for nothing else.")
    private Path out = Path.of("");

    @Option(
            names = "--resources",
            paramLabel = "DIR",
            description = "The root of the resources, used for nothing else (default: a sibling of the sources).")
    private @Nullable Path resources;

    @Mixin
    private final SpecsOption specs = new SpecsOption();

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "URIs to generate, v2/wxv/** (default: all). Repeatable.")
    private List<String> includes = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "URIs to omit. Repeatable.")
    private List<String> excludes = new ArrayList<>();

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<SpecFile> files = specs.read(terminal);
        GenerationResult result = Generator.generate(files, options());
        if (!result.succeeded()) {
            return SpecsOption.fail(terminal, files, result.diagnostics());
        }
        specs.warnUnsettled(terminal, files, result);
        WrittenFiles.print(terminal, output.json, "generated", result);
        return ExitStatus.GOOD;
    }

    private GeneratorOptions options() {
        Path sources = out.toAbsolutePath().normalize();
        Path others = resources == null
                ? sources.resolveSibling(sources.getFileName() + "-resources")
                : resources.toAbsolutePath().normalize();
        try {
            GeneratorOptions.Builder options = GeneratorOptions.builder()
                    .basePackage(basePackage)
                    .outputDirectory(sources)
                    .resourceDirectory(others);
            includes.forEach(options::include);
            excludes.forEach(options::exclude);
            return options.build();
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
    }
}
