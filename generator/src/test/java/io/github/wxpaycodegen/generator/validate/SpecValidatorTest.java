package io.github.wxpaycodegen.generator.validate;

import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpecValidatorTest {
    private static final List<SpecFile> BUNDLED = List.of(
            file("v3/_types.yaml", "types: {Amount: {fields: {total: {type: integer}}}}\n"),
            file("v3/pay/query.yaml", """
                uri: v3/pay/query
                get:
                  title: Query
                  readOnly: true
                  response:
                    pay_time: {type: string}
                    state: {enum: [PAID, CLOSED], title: t}
                    amount: {type: Amount}
                """));

    @Test
    void reportsOnlyOwnSpecs() {
        assertThat(validate(own("attach: {type: string, title: t}")))
                .containsExactly("warning WX611 v3/pay/mine.yaml:6 the length of `attach` is unknown");
    }

    @Test
    void comparesOwnSpecsWithBundledOnes() {
        assertThat(validate(own("state: {enum: [DONE, LOST], title: t}")))
                .containsExactly("warning WX602 v3/pay/mine.yaml:6 the values of `state` have none in common with those"
                        + " of another field of this name in the product");
    }

    @Test
    void reportsBundledSpecsThatOwnOnesBreak() {
        assertThat(validate(file("v3/_types.yaml", "types: {Sum: {fields: {total: {type: integer}}}}\n")))
                .containsExactly("error WX302 v3/pay/query.yaml:8 neither v3/pay/_types.yaml nor one above it declares"
                        + " `Amount`");
    }

    @Test
    void reportsWhatReplacingFileLacks() {
        assertThat(validate(file("v3/pay/query.yaml", """
            uri: v3/pay/query
            post: {title: Query, docs: https://a, settledBy: v3/pay/query, response: {amount: {type: Amount, title: t}}}
            """)))
                .contains("warning WX623 v3/pay/query.yaml:2 the file replaces the bundled one, but lacks the operation"
                        + " `get`");
        assertThat(validate(file("v3/_types.yaml", """
            types:
              Amount: {fields: {total: {type: integer, unit: fen, title: t}}}
              Other: {enum: [A]}
            """))).noneMatch(line -> line.contains("WX623"));
    }

    @Test
    void reportsCopyOfBundledFile() {
        String text = "# yaml-language-server: $schema=x.json\r\n\r\n"
                + new String(BUNDLED.get(0).content(), StandardCharsets.UTF_8);

        assertThat(validate(file("v3/_types.yaml", text)))
                .contains("warning WX624 v3/_types.yaml:3 the file says the same as the bundled one that it replaces");
    }

    @Test
    void withoutOwnSpecsNothingIsRead() {
        assertThat(SpecValidator.validate(BUNDLED, List.of(), Severities.defaults())
                        .files())
                .isEmpty();
    }

    @Test
    void errorsHideFindings() {
        assertThat(validate(own("a: {type: string}", "b: {type: nix}")))
                .singleElement()
                .asString()
                .startsWith("error WX301 v3/pay/mine.yaml:7 ");
    }

    @Test
    void unsupportedSpecIsAnError() {
        assertThat(validate(file(
                        "v2/pay/mine.yaml",
                        "uri: v2/pay/mine\n"
                                + "post: {title: A, docs: https://a, body: json, request: {a: {type:"
                                + " integer, title: t}}}\n")))
                .singleElement()
                .asString()
                .startsWith("error WX501 v2/pay/mine.yaml:2 ");
    }

    @Test
    void suppressionNextToFieldAppliesToIt() {
        Validation validation = validation(own(
                "a: {type: string, title: t, suppress: {WX611: no source gives it}}", "b: {type: string, title: t}"));

        assertThat(texts(validation)).containsExactly("warning WX611 v3/pay/mine.yaml:7 the length of `b` is unknown");
        assertThat(validation.suppressed()).singleElement().satisfies(suppressed -> {
            assertThat(suppressed.reason()).isEqualTo("no source gives it");
            assertThat(suppressed.diagnostic().span().line()).isEqualTo(6);
        });
    }

    @Test
    void suppressionOfOperationAppliesToEverythingInside() {
        SpecFile spec = file("v3/pay/mine.yaml", """
            uri: v3/pay/mine
            post:
              title: Mine
              suppress: {WX611: no source gives lengths, WX615: the page is not public}
              request:
                a: {type: string, title: t}
                b: {fields: {c: {type: string, title: t}}, title: t}
            put:
              title: Other
              docs: https://pay.weixin.qq.com/mine
              request:
                d: {type: string, title: t}
            """);

        Validation validation = validation(spec);

        assertThat(texts(validation)).containsExactly("warning WX611 v3/pay/mine.yaml:12 the length of `d` is unknown");
        assertThat(validation.suppressed()).hasSize(3);
    }

    @Test
    void idleSuppressionIsFinding() {
        assertThat(validate(own("a: {type: integer, title: t, suppress: {WX611: no source gives it}}")))
                .containsExactly("warning WX620 v3/pay/mine.yaml:6 there is no WX611 to suppress");
    }

    @Test
    void innermostSuppressionCounts() {
        SpecFile spec = file("v3/pay/mine.yaml", """
            uri: v3/pay/mine
            post:
              title: Mine
              docs: https://pay.weixin.qq.com/mine
              suppress: {WX611: outer}
              request:
                a: {type: string, title: t, suppress: {WX611: inner}}
            """);

        Validation validation = validation(spec);

        assertThat(validation.suppressed())
                .extracting(SuppressedFinding::reason)
                .containsExactly("inner");
        assertThat(texts(validation)).containsExactly("warning WX620 v3/pay/mine.yaml:5 there is no WX611 to suppress");
    }

    @Test
    void severitiesAreConfigurable() {
        Severities severities = Severities.of(Map.of("WX611", "off", "WX614", "error", "WX608", "info"));
        Validation validation = SpecValidator.validate(
                BUNDLED, List.of(own("pay_time: {type: string, title: t}", "count: {type: integer}")), severities);

        assertThat(texts(validation))
                .containsExactly(
                        "info WX608 v3/pay/mine.yaml:6 `pay_time` is a time without a format",
                        "error WX614 v3/pay/mine.yaml:7 `count` has no title");
        assertThat(validation.reaches(Severity.ERROR)).isTrue();
        assertThat(validation.count(Severity.INFO)).isEqualTo(1);
    }

    @Test
    void severityOfErrorsIsFixed() {
        assertThatThrownBy(() -> Severities.of(Map.of("WX101", "off")))
                .hasMessage("the severity of WX101 cannot be changed, because it stops the generator: fix the spec");
        assertThatThrownBy(() -> Severities.of(Map.of("WX999", "off")))
                .hasMessage("`WX999` is not a code: the manual of the spec language lists them");
        assertThatThrownBy(() -> Severities.of(Map.of("WX611", "none")))
                .hasMessage("`none` is not a severity: use error, warning, info or off");
    }

    @Test
    void changesIgnoreMovedFindings() {
        Validation before = validation(own("a: {type: string, title: t}", "b: {type: integer}"));
        Validation after = validation(own("c: {type: integer}", "a: {type: string, title: t}"));

        ValidationChanges changes = ValidationChanges.none(before).next(after);

        assertThat(text(changes)).isEqualTo("""
            fixed[WX614]: `b` has no title (v3/pay/mine.yaml)
            warning[WX614]: `c` has no title
             --> v3/pay/mine.yaml:6:5
              |
            6 |     c: {type: integer}
              |     ^
              = help: `title: ...` with the name that the official page gives it

            0 errors, 2 warnings
            """);
        assertThat(changes.next(after).isEmpty()).isTrue();
    }

    @Test
    void nothingIsFixedWhileThereAreErrors() {
        Validation before = validation(own("a: {type: string, title: t}", "b: {type: integer}"));
        Validation broken = validation(own("a: {type: string, title: t}", "b: {type: nix}"));
        Validation after = validation(own("a: {type: string, title: t}", "b: {type: integer, title: t}"));

        ValidationChanges changes = ValidationChanges.none(before).next(broken);

        assertThat(text(changes))
                .startsWith("error[WX301]: ")
                .endsWith("\n1 error, 0 warnings; the errors hide 2 known findings\n")
                .doesNotContain("fixed");
        assertThat(changes.next(broken).fixed()).isEmpty();
        assertThat(text(changes.next(after))).matches("""
            fixed\\[WX301]: .*
            fixed\\[WX614]: `b` has no title \\(v3/pay/mine\\.yaml\\)
            0 errors, 1 warning
            """);
    }

    @Test
    void suppressionAppliesWhereFindingIsReported() {
        List<SpecFile> later = List.of(
                file("v3/_types.yaml", "types: {Amount: {fields: {total: {type: integer}}}}\n"),
                file("v3/pay/zebra.yaml", """
                    uri: v3/pay/zebra
                    get:
                      title: Zebra
                      readOnly: true
                      response:
                        state: {enum: [PAID, CLOSED], title: t}
                        amount: {type: Amount}
                    """));
        Validation loud = SpecValidator.validate(
                later, List.of(own("state: {enum: [DONE, LOST], title: t}")), Severities.defaults());
        Validation quiet = SpecValidator.validate(
                later,
                List.of(own("state: {enum: [DONE, LOST], title: t, suppress: {WX602: it is another state}}")),
                Severities.defaults());

        assertThat(texts(loud)).singleElement().asString().startsWith("warning WX602 v3/pay/mine.yaml:6 ");
        assertThat(texts(quiet)).isEmpty();
        assertThat(quiet.suppressed()).extracting(SuppressedFinding::reason).containsExactly("it is another state");
    }

    private static String text(ValidationChanges changes) {
        return changes.print().stream().map(Paragraph::text).collect(Collectors.joining());
    }

    static SpecFile own(String... fields) {
        return file(
                "v3/pay/mine.yaml",
                "uri: v3/pay/mine\npost:\n  title: Mine\n  docs: https://pay.weixin.qq.com/mine\n  request:\n    "
                        + String.join("\n    ", fields) + "\n");
    }

    static Validation validation(SpecFile... own) {
        return SpecValidator.validate(BUNDLED, List.of(own), Severities.defaults());
    }

    private static List<String> validate(SpecFile... own) {
        return texts(validation(own));
    }

    private static List<String> texts(Validation validation) {
        return validation.findings().stream()
                .map(finding -> finding.severity().label() + " "
                        + finding.diagnostic().code().id() + " "
                        + finding.diagnostic().span().file() + ":"
                        + finding.diagnostic().span().line() + " "
                        + finding.diagnostic().message())
                .toList();
    }
}
