package io.github.wxpaycodegen.cli.command;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.reference.ReferenceSite;
import io.github.wxpaycodegen.reference.SiteResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wxpay docs}. */
@Command(
        name = "docs",
        description =
                "Write the reference site, as the goal wxpay:docs does: all operations and notifications, with search.",
        footerHeading = "%n",
        footer = {
            "Only changed files are written, and files that are no longer part of the site are deleted.",
            "Example: wxpay docs --out wxpay-docs, then open wxpay-docs/index.html"
        })
final class DocsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The directory of the site, used for nothing else.")
    private Path out = Path.of("");

    @Mixin
    private final SpecsOption specs = new SpecsOption();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = ReferenceSite.CLIENT_PACKAGE,
            description = "The package of WxPay in the Java code (default: that of wxpay-client).")
    private String basePackage = ReferenceSite.CLIENT_PACKAGE;

    DocsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<SpecFile> files = specs.read(terminal);
        Path directory = out.toAbsolutePath().normalize();
        SiteResult result;
        try {
            result = ReferenceSite.write(files, basePackage, directory);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
        if (!result.succeeded()) {
            return SpecsOption.fail(terminal, files, result.diagnostics());
        }
        WrittenFiles.warn(terminal, result.warnings());
        print(result, directory.resolve("index.html"));
        return ExitStatus.GOOD;
    }

    private void print(SiteResult result, Path index) {
        if (output.json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("operations", result.operations());
            object.put("notifications", result.notifications());
            object.put("written", result.written().size());
            object.put("unchanged", result.unchanged().size());
            object.put("deleted", result.deleted().size());
            object.put("index", index.toString());
            terminal.json(object);
            return;
        }
        WrittenFiles.printCounts(terminal, "written", result.written(), result.unchanged(), result.deleted());
        terminal.line("open " + index);
    }
}
