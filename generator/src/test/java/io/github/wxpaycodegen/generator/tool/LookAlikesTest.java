package io.github.wxpaycodegen.generator.tool;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.Bundled;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
    private static final Path REVIEWED = Path.of("src/test/resources/reviewed/look-alikes.txt");

    /** The limits are only ever lowered: a new type shares what it has in common with another one. */
    private static final int MOST_MESSAGES = 48;

    private static final int MOST_ENUMS = 31;

    @Test
    void bundledLookAlikesHaveAReason() throws IOException {
        List<String> reviewed = Files.readAllLines(REVIEWED).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(reviewed).allSatisfy(line -> assertThat(line.split(" ; ")).hasSize(3));
        assertThat(reviewed.stream().map(line -> line.substring(line.lastIndexOf(" ; ") + 3)))
                .as("reasons")
                .doesNotHaveDuplicates()
                .allSatisfy(reason -> assertThat(reason).matches("[A-Z].+\\.").doesNotContain(". "));
        assertThat(LookAlikes.find(bundled()).stream()
                        .map(group -> group.product() + " ; " + group.looks())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(reviewed.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(" ; ")))
                        .toList());
    }

    @Test
    void bundledLookAlikesAreFew() throws IOException {
        List<LookAlikes.Group> groups = LookAlikes.find(bundled());

        assertThat(LookAlikes.count(groups, LookAlikes.Kind.MESSAGE)).isLessThanOrEqualTo(MOST_MESSAGES);
        assertThat(LookAlikes.count(groups, LookAlikes.Kind.ENUM)).isLessThanOrEqualTo(MOST_ENUMS);
    }

    @Test
    void countsTypesInsteadOfGroups() {
        List<LookAlikes.Group> groups = groups(
                endpoint("v3/pay/a", "a: {enum: [A, B]}", "b: {enum: [A, B]}", "c: {fields: {x: {type: string}}}"),
                endpoint("v3/pay/b", "d: {enum: [B, A]}", "e: {fields: {x: {type: string}}}"));

        assertThat(LookAlikes.count(groups, LookAlikes.Kind.ENUM)).isEqualTo(3);
        assertThat(LookAlikes.count(groups, LookAlikes.Kind.MESSAGE)).isEqualTo(2);
    }

    @Test
    void findsObjectsWithEqualFields() {
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
    void findsEnumsOfOneValue() {
        assertThat(find(endpoint("v3/pay/a", "a: {enum: [A]}"), endpoint("v3/pay/b", "b: {enum: [A]}")))
                .containsExactly("v3/pay ; (A) ; POST v3/pay/a request.a, POST v3/pay/b request.b");
    }

    @Test
    void brandsAreOneProduct() {
        assertThat(find(endpoint("brand/a/b", "a: {enum: [A]}"), endpoint("brand/c/d", "b: {enum: [A]}")))
                .containsExactly("brand ; (A) ; POST brand/a/b request.a, POST brand/c/d request.b");
    }

    @Test
    void ignoresOtherProductsAndRequests() {
        assertThat(find(
                        endpoint("v3/pay/a", "a: {enum: [A, B]}", "d: {fields: {x: {type: string}}}"),
                        endpoint("v3/pay/b", "d: {fields: {x: {type: integer}}}"),
                        endpoint("v3/pay/c", "e: {type: string}"),
                        endpoint("v3/pay/d", "e: {type: string}"),
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

    private static Specs bundled() throws IOException {
        return Bundled.specs();
    }

    private static List<String> find(SpecFile... files) {
        return groups(files).stream().map(LookAlikes.Group::toString).toList();
    }

    private static List<LookAlikes.Group> groups(SpecFile... files) {
        return LookAlikes.find(SpecReader.read(List.of(files)).specs().orElseThrow());
    }

    private static SpecFile endpoint(String uri, String... fields) {
        return file(
                uri + ".yaml",
                "uri: " + uri + "\npost:\n  title: A\n  request:\n    " + String.join("\n    ", fields) + "\n");
    }
}
