package io.github.wxpaycodegen.generator.diff;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDiffTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optional request field added | ADDITIVE",
                "required request field added | WIRE ADDITIVE",
                "constant request field added | WIRE ADDITIVE",
                "request field with default added | WIRE ADDITIVE",
                "filled request field added | WIRE ADDITIVE",
                "digest added to upload | WIRE ADDITIVE",
                "field gets default | WIRE ADDITIVE",
                "field is filled | WIRE",
                "field of upload becomes digest | WIRE",
                "request field removed | WIRE BINARY SOURCE",
                "accessor renamed | BINARY SOURCE ADDITIVE",
                "request field becomes required | WIRE",
                "text becomes integer | WIRE BINARY SOURCE ADDITIVE",
                "limit narrowed | WIRE",
                "limit widened | ADDITIVE",
                "limit removed | ADDITIVE",
                "field becomes masked | DOCUMENTATION",
                "field is masked no more | WIRE",
                "format of field added | WIRE DOCUMENTATION",
                "format without a form added | DOCUMENTATION",
                "title of field changed | DOCUMENTATION",
                "group added | WIRE",
                "enum in place gets value | ADDITIVE",
                "enum in place loses value | WIRE BINARY SOURCE",
                "order of fields changed | ''",
                "response field added | ADDITIVE",
                "operation removed | WIRE BINARY SOURCE",
                "query is a query no more | WIRE",
                "operation becomes idempotent | ADDITIVE",
                "errors added | DOCUMENTATION",
                "error code becomes uncertain | WIRE",
                "unlisted errors become uncertain | WIRE",
                "error added as uncertain | WIRE DOCUMENTATION",
                "error listed where unlisted ones are uncertain | WIRE DOCUMENTATION",
                "error listed without advice where unlisted ones are uncertain | DOCUMENTATION",
                "advice changed where unlisted errors are uncertain | DOCUMENTATION",
                "common error added | DOCUMENTATION",
                "common error added where unlisted ones are uncertain | WIRE DOCUMENTATION",
                "common uncertain error added | WIRE DOCUMENTATION",
                "error by Request-ID added | DOCUMENTATION",
                "echoes added | WIRE",
                "client certificate required | WIRE",
                "event type of notification changed | WIRE",
                "notification added | ADDITIVE",
                "nothing | ''",
            })
    void changesHaveImpacts(String name, String impacts) {
        DiffCorpus.Edit edit = DiffCorpus.edits().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Set<Impact> expected = EnumSet.noneOf(Impact.class);
        for (String impact : impacts.isEmpty() ? new String[0] : impacts.split(" ")) {
            expected.add(Impact.valueOf(impact));
        }

        assertThat(SpecDiff.between(edit.before(), edit.after()).impacts()).isEqualTo(expected);
    }

    @Test
    void reportsShowTextsWithImpacts() {
        SpecDiff diff = SpecDiff.between(
                List.of(spec("a: {type: string, maxLength: 8}")),
                List.of(spec("a: {type: string, maxLength: 4, title: 甲}")));

        assertThat(DiffFormat.TEXT.write(diff)).isEqualTo("""
                v3/pay/a (下单 <1>)
                  wire: POST v3/pay/a: the maximum length of `request.a` changed: `8` became `4`
                  documentation: POST v3/pay/a: the title of `request.a` changed: `nothing` became `甲`
                1 wire, 1 documentation
                """);
        assertThat(DiffFormat.MARKDOWN.write(diff)).isEqualTo("""
                ### Breaking on the wire

                - `v3/pay/a` (下单 \\<1\\>): POST v3/pay/a: the maximum length of `request.a` changed: `8` became `4`.

                ### Documentation

                - `v3/pay/a` (下单 \\<1\\>): POST v3/pay/a: the title of `request.a` changed: `nothing` became `甲`.
                """);
        assertThat(DiffFormat.JSON.write(diff))
                .contains("\"subject\": \"v3/pay/a\"", "\"impacts\": [\n", "\"wire\"", "\"documentation\"");
        assertThat(DiffFormat.HTML.write(diff))
                .contains("下单 &lt;1&gt;", "<span class=\"impact wire\">wire</span>")
                .doesNotContain("<1>");
    }

    @Test
    void withoutChangesReportsSaySo() {
        SpecDiff diff = SpecDiff.between(DiffCorpus.specs(), DiffCorpus.specs());

        assertThat(DiffFormat.TEXT.write(diff)).isEqualTo("no changes\n");
        assertThat(DiffFormat.MARKDOWN.write(diff)).isEqualTo("No changes.\n");
    }

    @Test
    void specsWithErrorsAreNotCompared() {
        assertThatThrownBy(() -> SpecDiff.between(List.of(spec("a: {type: nix}")), List.of(spec("a: {type: string}"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the old specs have errors:\nerror[WX301]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.4.2, WIRE, 2.0.0",
        "1.4.2, SOURCE, 2.0.0",
        "1.4.2, ADDITIVE, 1.5.0",
        "1.4.2, DOCUMENTATION, 1.4.3",
        "0.4.2, BINARY, 0.5.0",
        "0.4.2, ADDITIVE, 0.4.3",
        "0.4.2-SNAPSHOT, DOCUMENTATION, 0.4.3",
    })
    void versionFollowsGravestImpact(String version, Impact impact, String next) {
        assertThat(VersionAdvice.next(version, EnumSet.of(Impact.DOCUMENTATION, impact)))
                .isEqualTo(next);
    }

    @Test
    void versionStaysWithoutChanges() {
        assertThat(VersionAdvice.next("1.4.2", Set.of())).isEqualTo("1.4.2");
        assertThatThrownBy(() -> VersionAdvice.next("1.4", Set.of()))
                .hasMessage("`1.4` is not a semantic version such as 1.4.2");
    }

    private static SpecFile spec(String field) {
        return file(
                "v3/pay/a.yaml",
                "uri: v3/pay/a\npost:\n  title: 下单 <1>\n  request:\n    " + field + "\n    b: {type: string}\n");
    }
}
