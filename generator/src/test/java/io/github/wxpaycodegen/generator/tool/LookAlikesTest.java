package io.github.wxpaycodegen.generator.tool;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
    private static final Path REVIEWED = Path.of("src/test/resources/reviewed/look-alikes.txt");

    @Test
    void bundledLookAlikesHaveAReason() throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(Path.of("../api-specs")).stream()
                .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*"))
                .toList();
        Specs specs = SpecReader.read(files).specs().orElseThrow();
        List<String> reviewed = Files.readAllLines(REVIEWED).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(reviewed).allSatisfy(line -> assertThat(line.split(" ; ")).hasSize(3));
        assertThat(LookAlikes.find(specs).stream()
                        .map(group -> group.product() + " ; " + group.looks())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(reviewed.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(" ; ")))
                        .toList());
    }

    @Test
    void findsObjectsOfOneShape() {
        assertThat(find(
                        endpoint("v3/pay/a", "amount: {fields: {total: {type: integer}, currency: {type: string}}}"),
                        endpoint(
                                "v3/pay/b",
                                "sum: {fields: {currency: {type: string}, total: {type: integer, required: true}}}")))
                .containsExactly(
                        "v3/pay ; {currency, total} ; POST v3/pay/a request.amount, POST v3/pay/b request.sum");
    }

    @Test
    void findsEnumsInAnyOrder() {
        assertThat(find(endpoint("v3/pay/a", "a: {enum: [A, B]}"), endpoint("v3/pay/b", "b: {enum: [B, A]}")))
                .containsExactly("v3/pay ; (A|B) ; POST v3/pay/a request.a, POST v3/pay/b request.b");
    }

    @Test
    void ignoresOtherProductsAndSingleValues() {
        assertThat(find(
                        endpoint("v3/pay/a", "a: {enum: [A, B]}", "c: {enum: [C]}", "d: {fields: {x: {type: string}}}"),
                        endpoint("v3/pay/b", "c: {enum: [C]}", "d: {fields: {x: {type: integer}}}"),
                        endpoint("v3/refund/a", "a: {enum: [A, B]}")))
                .isEmpty();
    }

    @Test
    void findsUnusedSharedType() {
        SpecFile types = file("v3/pay/_types.yaml", "types:\n  State: {enum: [A, B]}\n");

        assertThat(find(types, endpoint("v3/pay/a", "a: {type: State}"))).isEmpty();
        assertThat(find(types, endpoint("v3/pay/a", "a: {enum: [A, B]}")))
                .containsExactly("v3/pay ; (A|B) ; v3/pay/State, POST v3/pay/a request.a");
    }

    private static List<String> find(SpecFile... files) {
        return LookAlikes.find(SpecReader.read(List.of(files)).specs().orElseThrow()).stream()
                .map(LookAlikes.Group::toString)
                .toList();
    }

    private static SpecFile endpoint(String uri, String... fields) {
        return file(
                uri + ".yaml",
                "uri: " + uri + "\npost:\n  title: A\n  request:\n    " + String.join("\n    ", fields) + "\n");
    }
}
