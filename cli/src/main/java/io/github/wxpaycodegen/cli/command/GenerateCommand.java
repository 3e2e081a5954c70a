package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.cli.command.Terminal.Style;
import io.github.wxpaycodegen.cli.specs.BundledSpecs;
import io.github.wxpaycodegen.generator.GenerationResult;
import io.github.wxpaycodegen.generator.Generator;
import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Option(
            names = "--specs",
            paramLabel = "DIR",
            description = "Specs of your own, which extend or replace the bundled ones.")
    private @Nullable Path specs;

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
        if (specs != null && !Files.isDirectory(specs)) {
            throw CommandException.file(specs + " is not a directory of specs");
        }
        List<SpecFile> bundled = BundledSpecs.read();
        List<SpecFile> files = specs == null ? bundled : SpecFiles.overlay(bundled, SpecFiles.ofDirectory(specs));
        GenerationResult result = Generator.generate(files, options());
        if (!result.succeeded()) {
            terminal.note(SpecReading.printer(files).print(result.diagnostics()).stripTrailing());
            return ExitStatus.NEGATIVE;
        }
        result.warnings().forEach(warning -> terminal.note("warning: " + warning));
        print(result);
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

    private void print(GenerationResult result) {
        if (output.json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("written", result.written());
            object.put("unchanged", result.unchanged().size());
            object.put("deleted", result.deleted());
            terminal.json(object);
            return;
        }
        terminal.line(terminal.colored(Style.GOOD, "generated") + ": "
                + result.written().size() + " files written, "
                + result.unchanged().size() + " unchanged, " + result.deleted().size() + " deleted");
    }
}
