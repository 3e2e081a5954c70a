package io.github.wxpaycodegen.generator.validate;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static io.github.wxpaycodegen.generator.validate.SpecValidatorTest.own;
import static io.github.wxpaycodegen.generator.validate.SpecValidatorTest.validation;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {
    private static final ReportPlaces PLACES = new ReportPlaces("src/main/wxpay");

    private static final Validation MIXED = validation(own(
            "\"a_b\": {type: string, title: 100%}",
            "c: {type: string, title: t, suppress: {WX611: no source gives it}}",
            "state: {enum: [DONE, LOST], title: t}"));

    private static final Validation TEMPLATE = validation(file("v3/pay/{id}.yaml", """
        uri: v3/pay/{id}
        get:
          title: 查询
          readOnly: true
          path:
            id: {type: string, title: t}
            nix: {type: string, title: t}
        """));

    @Test
    void textEndsInNumbers() {
        assertThat(ReportFormat.TEXT.write(MIXED, PLACES)).isEqualTo("""
            warning[WX611]: the length of `a_b` is unknown
             --> v3/pay/mine.yaml:6:5
              |
            6 |     "a_b": {type: string, title: 100%}
              |     ^^^^^
              = help: `maxLength: 32`

            warning[WX602]: the values of `state` have none in common with those of another field of this name in the product
             --> v3/pay/mine.yaml:8:5
              |
            8 |     state: {enum: [DONE, LOST], title: t}
              |     ^^^^^
             ::: v3/pay/query.yaml:7:5
              |
            7 |     state: {enum: [PAID, CLOSED], title: t}
              |     -----
              = help: if both mean the same, share one enum; a row of the official table may be shifted

            0 errors, 2 warnings, 1 suppressed
            """);
    }

    @Test
    void sarifIsValid() throws IOException {
        Schema schema = sarifSchema();

        assertThat(List.of(MIXED, TEMPLATE, validation())).allSatisfy(validation -> assertThat(
                        schema.validate(ReportFormat.SARIF.write(validation, PLACES), InputFormat.JSON))
                .isEmpty());
        assertThat(schema.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void sarifHasPlacesAndSuppressions() {
        JsonNode run = json(ReportFormat.SARIF.write(MIXED, PLACES)).at("/runs/0");

        assertThat(run.at("/results/0/ruleId").asString()).isEqualTo("WX611");
        assertThat(run.at("/results/0/level").asString()).isEqualTo("warning");
        assertThat(run.at("/results/0/locations/0/physicalLocation").toString())
                .isEqualTo(
                        "{\"artifactLocation\":{\"uri\":\"src/main/wxpay/v3/pay/mine.yaml\",\"uriBaseId\":\"SRCROOT\"},"
                                + "\"region\":{\"startLine\":6,\"startColumn\":5,\"endColumn\":10}}");
        assertThat(run.at("/results/0/suppressions").isMissingNode()).isTrue();
        assertThat(run.at("/results/2/suppressions").toString())
                .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"no source gives it\"}]");
        assertThat(run.at("/results/1/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("v3/pay/query.yaml");
        assertThat(run.at("/tool/driver/rules").size()).isEqualTo(2);
        assertThat(run.at("/tool/driver/rules/1/id").asString()).isEqualTo("WX611");
        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(1);
    }

    @Test
    void sarifEscapesTemplateSegments() {
        JsonNode result = json(ReportFormat.SARIF.write(TEMPLATE, PLACES)).at("/runs/0/results/0");

        assertThat(result.at("/level").asString()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("src/main/wxpay/v3/pay/%7Bid%7D.yaml");
    }

    @Test
    void githubCommandsAreEscaped() {
        assertThat(ReportFormat.GITHUB.write(MIXED, new ReportPlaces("a, b")))
                .startsWith(
                        "::warning file=a%2C b/v3/pay/mine.yaml,line=6,col=5,endColumn=10,title=WX611::the length of"
                                + " `a_b` is unknown%0Ahelp: `maxLength: 32`\n::warning file=");
        assertThat(ReportFormat.GITHUB.write(TEMPLATE, PLACES))
                .startsWith("::error file=src/main/wxpay/v3/pay/{id}.yaml,line=7,col=5,");
        assertThat(ReportFormat.GITHUB.write(validation(), PLACES)).isEmpty();
    }

    @Test
    void githubHasNoPlaceForBundledSpecs() {
        Validation broken = validation(file("v3/_types.yaml", "types: {Sum: {enum: [A]}}\n"));

        assertThat(ReportFormat.GITHUB.write(broken, PLACES)).startsWith("::error title=WX302::");
    }

    @Test
    void gitlabEntriesHaveWhatItRequires() {
        JsonNode report = json(ReportFormat.GITLAB.write(MIXED, PLACES));

        assertThat(report.size()).isEqualTo(2);
        assertThat(report.at("/0/description").asString()).isEqualTo("the length of `a_b` is unknown; `maxLength: 32`");
        assertThat(report.at("/0/check_name").asString()).isEqualTo("WX611");
        assertThat(report.at("/0/severity").asString()).isEqualTo("minor");
        assertThat(report.at("/0/location/path").asString()).isEqualTo("src/main/wxpay/v3/pay/mine.yaml");
        assertThat(report.at("/0/location/lines/begin").asInt()).isEqualTo(6);
        assertThat(report.at("/0/fingerprint").asString()).hasSize(64);
    }

    @Test
    void fingerprintsSurviveMovesAndDiffer() {
        JsonNode before = json(ReportFormat.GITLAB.write(
                validation(own("a: {type: string, title: t}", "b: {fields: {a: {type: string, title: t}}, title: t}")),
                PLACES));
        JsonNode moved = json(ReportFormat.GITLAB.write(
                validation(own("x: {type: integer, title: t}", "a: {type: string, title: t}")), PLACES));

        assertThat(before.at("/0/description")).isEqualTo(before.at("/1/description"));
        assertThat(before.at("/0/fingerprint")).isNotEqualTo(before.at("/1/fingerprint"));
        assertThat(moved.at("/0/fingerprint")).isEqualTo(before.at("/0/fingerprint"));
    }

    @Test
    void placesAreRelativeToRepository(@TempDir Path root) throws IOException {
        Path specs = Files.createDirectories(root.resolve("app/src/main/wxpay"));
        Files.createDirectory(root.resolve(".git"));

        assertThat(ReportPlaces.of(specs, root.resolve("app")).directory()).isEqualTo("app/src/main/wxpay");
    }

    @Test
    void placesOutsideRepositoryAreRelativeToProject() {
        // Temporary directories are below target, so in the repository.
        Path root = Path.of("").toAbsolutePath().getRoot().resolve("no-repository");
        Path specs = root.resolve("app/src/main/wxpay");

        assertThat(ReportPlaces.of(specs, root.resolve("app")).directory()).isEqualTo("src/main/wxpay");
        assertThat(ReportPlaces.of(specs, root.resolve("elsewhere")).directory())
                .isEmpty();
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    /** The schema of OASIS, from a library that has it among its resources. */
    private static Schema sarifSchema() throws IOException {
        try (InputStream in = ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text, InputFormat.JSON);
        }
    }
}
