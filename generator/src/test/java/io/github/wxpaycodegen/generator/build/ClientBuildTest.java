package io.github.wxpaycodegen.generator.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.GeneratorOptions;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientBuildTest {
    private static final String SPEC =
            "uri: %s\npost: {title: t, request: {a: {type: string}}, response: {b: {type: %s}}}\n";

    @TempDir
    private Path root;

    private final RecordingLog log = new RecordingLog();

    @Test
    void logsResultAndOmittedSpecsOfProject() throws Exception {
        write("bundled", "v2/other/bundled", "string");
        write("own", "v2/mine/chosen", "string");
        write("own", "v2/mine/forgotten", "string");
        generate();

        assertThat(root.resolve("java/com/example/WxPay.java")).exists();
        assertThat(log.warnings())
                .containsExactly("v2/mine/forgotten.yaml is one of the project's own specs, but includes or excludes"
                        + " omit it");
        assertThat(log.infos())
                .singleElement()
                .asString()
                .matches("generated the client: [1-9]\\d* files written, 0 unchanged, 0 deleted");
    }

    @Test
    void logsErrorsWithTheirPlaces() throws IOException {
        write("own", "v2/mine/chosen", "strinh");

        assertThatThrownBy(this::generate)
                .isInstanceOf(SpecErrorsException.class)
                .hasMessage("there is 1 error in the specs");
        assertThat(log.errors()).anyMatch(line -> line.contains("--> v2/mine/chosen.yaml:2:"));
        assertThat(root.resolve("java")).doesNotExist();
    }

    @Test
    void warnsOfOwnWriteThatItsQueryCannotSettle() throws Exception {
        String query =
                "uri: v2/mine/%s\npost: {title: t, readOnly: true, request: {out_no: {type: string, required: true}}}\n";
        String write =
                "uri: v2/%s\npost:\n  title: t\n  settledBy: v2/mine/find\n  request: {out_order_no: {type: string}}\n%s";
        writeText("own", "v2/mine/find", query.formatted("find"));
        writeText("own", "v2/mine/chosen", write.formatted("mine/chosen", ""));
        writeText("own", "v2/mine/omitted", write.formatted("mine/omitted", ""));
        writeText("bundled", "v2/other/bundled", write.formatted("other/bundled", ""));
        generate();

        assertThat(log.warnings())
                .filteredOn(line -> !line.contains("includes or excludes"))
                .startsWith(
                        "warning[WX601]: `settledBy: v2/mine/find` needs `out_no`, which the caller does not have"
                                + " before a response",
                        " --> v2/mine/chosen.yaml:4:14")
                .noneMatch(line -> line.contains("omitted") || line.contains("bundled"));

        writeText(
                "own",
                "v2/mine/chosen",
                write.formatted("mine/chosen", "  suppress: {WX601: the caller knows the number}\n"));
        log.warnings().clear();
        generate();

        assertThat(log.warnings()).noneMatch(line -> line.contains("WX601"));
    }

    private void generate() throws IOException, SpecErrorsException {
        Path own = root.resolve("own");
        List<SpecFile> bundled =
                Files.isDirectory(root.resolve("bundled")) ? SpecFiles.ofDirectory(root.resolve("bundled")) : List.of();
        GeneratorOptions options = GeneratorOptions.builder()
                .basePackage("com.example")
                .include("v2/mine/chosen")
                .outputDirectory(root.resolve("java"))
                .resourceDirectory(root.resolve("resources"))
                .build();
        ClientBuild.generate(SpecFiles.overlay(bundled, SpecFiles.ofDirectory(own)), own, options, log);
    }

    private void write(String folder, String uri, String type) throws IOException {
        writeText(folder, uri, SPEC.formatted(uri, type));
    }

    private void writeText(String folder, String uri, String text) throws IOException {
        Path file = root.resolve(folder).resolve(uri + ".yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
