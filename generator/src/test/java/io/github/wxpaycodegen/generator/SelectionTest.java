package io.github.wxpaycodegen.generator;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specs that includes and excludes select, and the shared types that they need. */
class SelectionTest {
    private static final List<SpecFile> FILES = List.of(
            file("v2/_types.yaml", """
                    types:
                      Code: {enum: [A]}
                      Unused: {fields: {other: {type: Unused2}}}
                      Unused2: {enum: [A]}
                      Goods: {fields: {code: {type: Code}, part: {type: Part}}}
                      Part: {fields: {part_id: {type: string}}}
                      Found: {fields: {goods: {list: true, fields: {one: {type: Goods}}}}}
                      Level: {type: integer, enum: [1]}
                    """),
            post("v2/a", "request: {level: {type: Level}}", "response: {}"),
            post("v2/wxv/b", "request: {}", "response: Found"),
            post("v2/wxv/c/d", "request: {}", "response: {code: {type: Code}}"),
            post(
                    "v2/wxvx",
                    "request: {goods: {encoded: json, fields: {parts: {type: Part, list: true}}}}",
                    "response: {}"),
            post("v2/unused", "request: {unused: {encoded: json, type: Unused}}", "response: {}"));

    @TempDir
    private Path output;

    @Test
    void selectsAllWithoutIncludes() {
        assertThat(uris(options())).containsExactlyInAnyOrder("v2/a", "v2/wxv/b", "v2/wxv/c/d", "v2/wxvx", "v2/unused");
    }

    @Test
    void matchesGlobs() {
        assertThat(uris(options().include("v2/wxv/**"))).containsExactlyInAnyOrder("v2/wxv/b", "v2/wxv/c/d");
        assertThat(uris(options().include("v2/wxv/*"))).containsExactly("v2/wxv/b");
        assertThat(uris(options().include("v2/*"))).containsExactlyInAnyOrder("v2/a", "v2/wxvx", "v2/unused");
        assertThat(uris(options().include("**"))).hasSize(5);
        assertThat(uris(options().include("*"))).isEmpty();
        assertThat(uris(options().include("v2.a"))).isEmpty();
        assertThat(uris(options().include("v2/a").include("v2/**/d"))).containsExactlyInAnyOrder("v2/a", "v2/wxv/c/d");
    }

    @Test
    void excludesWin() {
        assertThat(uris(options().include("v2/wxv/**").exclude("v2/wxv/c/*"))).containsExactly("v2/wxv/b");
        assertThat(uris(options().exclude("v2/w**"))).containsExactlyInAnyOrder("v2/a", "v2/unused");
    }

    @Test
    void includesSettlingQuery() {
        List<SpecFile> files = List.of(
                file("v2/_types.yaml", "types: {State: {enum: [A]}}"),
                post("v2/pay", "settledBy: v2/find\n  request: {}", "response: {}"),
                post("v2/find", "settledBy: v2/find/more\n  request: {}", "response: {state: {type: State}}"),
                post("v2/find/more", "readOnly: true\n  request: {}", "response: {}"),
                post("v2/other", "readOnly: true\n  request: {}", "response: {}"));

        Specs chosen = Selection.of(read(files), options().include("v2/pay").build());

        assertThat(chosen.endpoints()).extracting(Endpoint::uri).containsExactly("v2/find", "v2/find/more", "v2/pay");
        assertThat(chosen.types()).extracting(SharedType::id).containsExactly("v2/State");
        assertThat(Selection.of(
                                read(files),
                                options().include("v2/pay").exclude("v2/find").build())
                        .endpoints())
                .extracting(Endpoint::uri)
                .containsExactly("v2/pay");
    }

    @Test
    void includesOnlyRequiredTypes() {
        assertThat(types(options().include("v2/a"))).containsExactly("v2/Level");
        assertThat(types(options().include("v2/wxv/b")))
                .containsExactlyInAnyOrder("v2/Found", "v2/Goods", "v2/Part", "v2/Code");
        assertThat(types(options().include("v2/wxv/c/d"))).containsExactly("v2/Code");
        assertThat(types(options().include("v2/wxvx"))).containsExactly("v2/Part");
        assertThat(types(options().exclude("v2/unused"))).noneMatch(id -> id.contains("Unused"));
    }

    @Test
    void selectsNotificationsByPath() {
        List<SpecFile> files = new ArrayList<>(FILES);
        files.add(file("notifications/v3/A.PAID.yaml", """
                notification: {id: A.PAID, protocol: v3, eventTypes: [A.PAID], title: A, resource: {code: {type: v2/Code}}}
                """));
        files.add(file("notifications/v2/paid.yaml", """
                notification: {id: paid, protocol: v2, recognizedBy: [a], title: A, body: {a: {type: string}}}
                """));

        assertThat(notifications(files, options())).containsExactly("paid", "A.PAID");
        assertThat(notifications(files, options().include("v2/**"))).isEmpty();
        assertThat(notifications(files, options().include("notifications/v3/A.*")))
                .containsExactly("A.PAID");
        assertThat(notifications(files, options().exclude("notifications/v3/*")))
                .containsExactly("paid");
        assertThat(Selection.of(
                                read(files),
                                options().include("notifications/v3/*").build())
                        .types())
                .extracting(SharedType::id)
                .containsExactly("v2/Code");
        assertThat(Selection.idleIncludes(read(files), List.of("notifications/v3/*")))
                .isEmpty();
    }

    private static List<String> notifications(List<SpecFile> files, GeneratorOptions.Builder options) {
        return Selection.of(read(files), options.build()).notifications().stream()
                .map(NotificationSpec::id)
                .toList();
    }

    private static Specs read(List<SpecFile> files) {
        return SpecReader.read(files).specs().orElseThrow();
    }

    @Test
    void reportsIncludeWithoutMatch() throws IOException {
        GenerationResult result = Generator.generate(
                FILES, options().include("v2/a").include("/v2/wxv/**").build());

        assertThat(SpecReading.printer(FILES).print(result.diagnostics())).isEqualTo("""
                        error[WX502]: the include `/v2/wxv/**` matches no endpoint and no notification
                         --> includes
                          = help: write it like the URI, without a slash in front; `*` stays within a segment, `**` does not

                        1 error
                        """);
        assertThat(output).isEmptyDirectory();
    }

    @Test
    void warnsOfExcludeWithoutMatch() throws IOException {
        GenerationResult result = Generator.generate(
                FILES, options().exclude("v2/a").exclude("/v2/wxv/**").build());

        assertThat(result.warnings())
                .containsExactly(
                        "the exclude `/v2/wxv/**` matches no endpoint and no notification: write it like the URI,"
                                + " without a slash in front; `*` stays within a segment, `**` does not");
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void warnsOfExcludedSettlingQuery() throws IOException {
        List<SpecFile> files = List.of(
                post("v2/pay", "settledBy: v2/find\n  request: {}", "response: {}"),
                post("v2/find", "readOnly: true\n  request: {}", "response: {}"));

        assertThat(Generator.generate(
                                files,
                                options().include("v2/pay").exclude("v2/f*").build())
                        .warnings())
                .containsExactly("the excludes omit `v2/find`, by which settle() finds out whether `POST v2/pay`"
                        + " took effect: write them so that they do not match it");
        assertThat(Generator.generate(files, options().include("v2/pay").build())
                        .warnings())
                .isEmpty();
    }

    private GeneratorOptions.Builder options() {
        return GeneratorOptions.builder().basePackage("com.example.pay").outputDirectory(output.resolve("java"));
    }

    private static SpecFile post(String uri, String request, String response) {
        return file(uri + ".yaml", "uri: " + uri + "\npost:\n  title: A\n  " + request + "\n  " + response + "\n");
    }

    private static List<String> uris(GeneratorOptions.Builder options) {
        return chosen(options).endpoints().stream().map(Endpoint::uri).toList();
    }

    private static List<String> types(GeneratorOptions.Builder options) {
        return chosen(options).types().stream().map(SharedType::id).toList();
    }

    private static Specs chosen(GeneratorOptions.Builder options) {
        assertThat(SpecText.errors(FILES.toArray(new SpecFile[0]))).isEqualTo("0 errors\n");
        return Selection.of(SpecReader.read(FILES).specs().orElseThrow(), options.build());
    }
}
