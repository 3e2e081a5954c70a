package io.github.wxpaycodegen.generator;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.openapi.OpenApiVersion;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiExporterTest {
    private static final SpecFile TYPES = file("v3/_types.yaml", """
        types:
          Paid: {fields: {out_no: {type: string}}}
          Idle: {enum: [A]}
        """);
    private static final SpecFile TITLE = file("v3/pay/_types.yaml", "title: 基础支付\n");
    private static final SpecFile PAY = file("v3/pay/orders.yaml", """
        uri: v3/pay/orders
        post: {title: 下单, notifies: [PAY.DONE], request: {out_no: {type: string}}, response: {paid: {type: Paid}}}
        """);
    private static final SpecFile BILL = file(
            "v3/bill/trade.yaml",
            "uri: v3/bill/trade\nget: {title: 账单, readOnly: true, response: {url: {type: string}}}\n");
    private static final SpecFile DONE = notification("PAY.DONE");
    private static final SpecFile OTHER = notification("PAY.OTHER");

    @TempDir
    private Path output;

    @Test
    void writesDocumentOfAllAndOfEachProduct() throws IOException {
        export(options(), TYPES, TITLE, PAY, BILL, DONE, OTHER);

        assertThat(files()).containsExactly(".wxpay-manifest", "openapi.json", "v3/bill.json", "v3/pay.json");
        assertThat(read("openapi.json"))
                .contains("\"/v3/pay/orders\"", "\"/v3/bill/trade\"", "\"v3/PAY.DONE\"", "\"v3/PAY.OTHER\"");
        assertThat(read("v3/pay.json"))
                .contains("\"openapi\": \"3.1.1\"", "\"title\": \"WeChat Pay: 基础支付\"", "\"version\": \"7\"")
                .contains("\"/v3/pay/orders\"", "\"v3/PAY.DONE\"", "\"v3.Paid\"")
                .doesNotContain("/v3/bill/trade", "PAY.OTHER", "v3.Idle");
        assertThat(read("v3/bill.json")).doesNotContain("v3.Paid", "webhooks");
    }

    @Test
    void writesChosenFormatsAndVersion() throws IOException {
        export(
                options()
                        .version(OpenApiVersion.V3_0)
                        .format(OpenApiOptions.Format.YAML)
                        .format(OpenApiOptions.Format.JSON),
                TYPES,
                PAY,
                DONE);

        assertThat(files())
                .containsExactly(".wxpay-manifest", "openapi.json", "openapi.yaml", "v3/pay.json", "v3/pay.yaml");
        assertThat(read("v3/pay.yaml")).startsWith("openapi: 3.0.3\n");
    }

    @Test
    void unchangedDocumentKeepsItsTimeAndObsoleteOneIsDeleted() throws IOException {
        export(options(), TYPES, PAY, BILL, DONE);
        FileTime early = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(output.resolve("v3/pay.json"), early);

        GenerationResult second = export(options(), TYPES, PAY, DONE);

        assertThat(Files.getLastModifiedTime(output.resolve("v3/pay.json"))).isEqualTo(early);
        assertThat(second.deleted()).containsExactly(output.resolve("v3/bill.json"));
        assertThat(second.written()).containsExactly(output.resolve("openapi.json"));
    }

    @Test
    void globsChoose() throws IOException {
        export(
                options().include("v3/bill/**").include("notifications/**").exclude("**/PAY.OTHER"),
                TYPES,
                PAY,
                BILL,
                DONE,
                OTHER);

        assertThat(read("openapi.json"))
                .contains("/v3/bill/trade", "PAY.DONE")
                .doesNotContain("/v3/pay/orders", "PAY.OTHER");
        assertThat(export(options().include("v3/nix"), PAY, TYPES, DONE).diagnostics())
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("the include `v3/nix` matches no endpoint"));
    }

    @Test
    void errorsLeaveDocumentsAlone() throws IOException {
        export(options(), TYPES, PAY, DONE);
        String before = read("openapi.json");

        GenerationResult result = export(options(), PAY, DONE);

        assertThat(result.succeeded()).isFalse();
        assertThat(read("openapi.json")).isEqualTo(before);
    }

    @Test
    void versionIsRequired() {
        assertThatThrownBy(
                        () -> OpenApiOptions.builder().outputDirectory(output).build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("documentVersion");
    }

    private OpenApiOptions.Builder options() {
        return OpenApiOptions.builder().documentVersion("7").outputDirectory(output);
    }

    private static GenerationResult export(OpenApiOptions.Builder options, SpecFile... files) throws IOException {
        return OpenApiExporter.export(List.of(files), options.build());
    }

    private static SpecFile notification(String id) {
        return file(
                "notifications/v3/" + id + ".yaml",
                "notification: {id: " + id + ", protocol: v3, title: N, eventTypes: [" + id
                        + "], resource: {out_no: {type: string}}}\n");
    }

    private String read(String path) throws IOException {
        return Files.readString(output.resolve(path));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(output)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> output.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
