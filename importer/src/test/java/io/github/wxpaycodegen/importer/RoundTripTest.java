package io.github.wxpaycodegen.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.openapi.OpenApi;
import io.github.wxpaycodegen.generator.openapi.OpenApiVersion;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.draft.Drafts;
import io.github.wxpaycodegen.importer.internal.draft.PresentNames;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import io.github.wxpaycodegen.importer.internal.fact.Facts;
import io.github.wxpaycodegen.importer.internal.openapi.OpenApiReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI export of specs that use the whole language is imported as the same facts. */
class RoundTripTest {
    private static final Path GOLDEN = Path.of("../generator/src/test/resources/golden/specs");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"V3_0, json", "V3_0, yaml", "V3_1, json", "V3_1, yaml"})
    void importsTheExportAsTheSameFacts(OpenApiVersion version, String format) throws Exception {
        importsTheSameFacts(SpecFiles.ofDirectory(GOLDEN), version, format);
    }

    /** A field of a shared type has no title of its own, which only an export says. */
    @ParameterizedTest
    @CsvSource({"V3_0", "V3_1"})
    void importsAnExportOfNotificationsAlone(OpenApiVersion version) throws Exception {
        List<SpecFile> notifications = new ArrayList<>(SpecFiles.ofDirectory(GOLDEN));
        notifications.removeIf(each -> !each.path().startsWith("notifications/"));
        notifications.add(new SpecFile("notifications/v3/ECHO.TYPED.yaml", """
            notification:
              id: ECHO.TYPED
              protocol: v3
              eventTypes: [ECHO.TYPED]
              title: 回显
              resource:
                echoed: {type: Echoed}
            """.getBytes(StandardCharsets.UTF_8)));

        importsTheSameFacts(notifications, version, "yaml");
    }

    private void importsTheSameFacts(List<SpecFile> files, OpenApiVersion version, String format) throws Exception {
        Specs specs = SpecReader.read(files).specs().orElseThrow();
        var document = OpenApi.export(specs, version, "1");
        Path file = directory.resolve("openapi." + format);
        Files.writeString(file, format.equals("json") ? document.toJson() : document.toYaml());

        Findings findings = new Findings();
        List<SpecFile> types = files.stream()
                .filter(each -> each.path().endsWith("_types.yaml"))
                .toList();
        Drafts.DraftSet drafts =
                Drafts.of(OpenApiReader.read(file, findings), types, new PresentNames(specs), findings);

        assertThat(lines(values(Facts.of(drafts.specs()))))
                .containsExactlyElementsOf(lines(exported(values(Facts.of(specs)))));
    }

    private static List<String> lines(Map<String, String> facts) {
        return facts.entrySet().stream().map(Object::toString).toList();
    }

    private static Map<String, String> values(Map<FactKey, Fact> facts) {
        Map<String, String> values = new TreeMap<>();
        facts.forEach((key, fact) -> values.put(key.toString(), fact.value()));
        return values;
    }

    /** An export has no fields of the error of a stream, and no example beside a reference. */
    private static Map<String, String> exported(Map<String, String> facts) {
        facts.keySet().removeIf(key -> key.contains(" errorFields."));
        facts.remove("v3/fund-app/transfers post request.receivers.scene example");
        return facts;
    }
}
