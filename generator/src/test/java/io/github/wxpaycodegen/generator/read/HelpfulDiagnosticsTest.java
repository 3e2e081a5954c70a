package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.endpoint;
import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes that are easy to make, and the help that puts each right at once. */
class HelpfulDiagnosticsTest {
    @Test
    void reportsRecursiveAliasAtItsAnchor() {
        assertThat(errors(endpoint("a: &s {fields: {b: *s}}"))).isEqualTo("""
                        error[WX303]: the value of the anchor `s` contains itself
                         --> v2/pay/a.yaml:5:8
                          |
                        5 |     a: &s {fields: {b: *s}}
                          |        ^
                          = help: write out the inner value, or make it a shared type in `_types.yaml`

                        1 error
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&r {a: *r}", "&r [[*r]]", "{? &r [*r] : 1}", "{a: &r {b: {c: [1, {d: *r}]}}, e: *r}"})
    void reportsEveryAliasCycle(String text) {
        assertThat(errors(file("v2/pay/a.yaml", text))).contains("error[WX303]: the value of the anchor `r`");
    }

    @Test
    void emptyMessageNeedsFieldsOrNoKey() {
        assertThat(errors(file("v3/a.yaml", "uri: v3/a\npost:\n  title: A\n  response:\n  a: {type: string}\n")))
                .startsWith("""
                        error[WX103]: `response` is empty
                         --> v3/a.yaml:4:12
                          |
                        4 |   response:
                          |            ^
                          = help: write the fields below, indented, or omit `response`
                        """)
                .contains("error[WX101]: unknown key `a`")
                .endsWith("2 errors\n");
        for (String key : List.of("request", "query", "headers", "errorFields")) {
            assertThat(errors(file("v3/a.yaml", "uri: v3/a\npost:\n  title: A\n  " + key + ":\n")))
                    .startsWith("error[WX103]: `" + key + "` is empty\n")
                    .endsWith("1 error\n");
        }
        assertThat(errors(endpoint("a: {fields: }"))).startsWith("error[WX103]: `fields` is empty\n");
        assertThat(errors(endpoint("a: {type: string, title: }")))
                .startsWith("error[WX103]: `title` is text, but is empty\n")
                .contains("= help: write the text, or omit it\n");
    }

    @Test
    void dottedNameIsAnObject() {
        assertThat(errors(endpoint("amount.total: {type: integer}"))).isEqualTo("""
                        error[WX107]: the field name `amount.total` contains a dot
                         --> v2/pay/a.yaml:5:5
                          |
                        5 |     amount.total: {type: integer}
                          |     ^^^^^^^^^^^^
                          = help: declare the object: `amount: {fields: {total: ...}}`

                        1 error
                        """);
    }

    @Test
    void acceptsAliasOfCompleteValue() {
        assertThat(errors(endpoint("a: &s {type: string}", "b: *s", "c: {fields: {d: *s}}")))
                .isEqualTo("0 errors\n");
    }

    @Test
    void suggestsThreeNearestReferences() {
        List<SpecFile> files = new ArrayList<>();
        for (int i = 100; i < 200; i++) {
            String uri = "v3/mktx/activity-" + i;
            files.add(file(uri + ".yaml", "uri: " + uri + "\nget: {title: A}\n"));
        }
        files.add(file("v3/mktx/here.yaml", "uri: v3/mktx/here\npost:\n  title: A\n  settledBy: v3/mktx/nothere\n"));

        assertThat(errors(files.toArray(SpecFile[]::new))).isEqualTo("""
                        error[WX302]: `settledBy` names `v3/mktx/nothere`, which no file describes
                         --> v3/mktx/here.yaml:4:14
                          |
                        4 |   settledBy: v3/mktx/nothere
                          |              ^^^^^^^^^^^^^^^
                          = help: did you mean `v3/mktx/here`?

                        1 error
                        """);
        files.set(100, file("v3/mktx/here.yaml", "uri: v3/mktx/here\npost:\n  title: A\n  settledBy: v3/else\n"));
        assertThat(errors(files.toArray(SpecFile[]::new)))
                .contains("= help: the nearest are `v3/mktx/here`, `v3/mktx/activity-100`, `v3/mktx/activity-101`\n");
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "on, true", "True, true", "TRUE, true", "no, false", "Off, false", "FALSE, false"})
    void namesOtherSpellingOfBoolean(String written, boolean meant) {
        assertThat(errors(endpoint("a: {type: string, required: " + written + "}")))
                .startsWith("error[WX103]: `required` must be true or false, but is `" + written + "`\n"
                        + " --> v2/pay/a.yaml:5:33\n")
                .contains("= help: YAML 1.1 reads " + written + " as a boolean; write " + meant + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "sp_mchid, mchid",
        "mch_id, mchid",
        "mchd, mchid",
        "sp_appid, appid",
        "sub_mch_id, sub_mchid",
        "sub_mchd, sub_mchid",
        "brnd_id, brand_id"
    })
    void fillSuggestsTheSameParty(String written, String meant) {
        assertThat(errors(endpoint("a: {type: string, fill: " + written + "}")))
                .contains("= help: did you mean `" + meant + "`?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subs_mchid", "dub_mchid", "ssub_mchid", "payer_mchid", "x_sub_appid"})
    void fillNeverSuggestsAnotherParty(String written) {
        assertThat(errors(endpoint("a: {type: string, fill: " + written + "}")))
                .doesNotContain("did you mean `mchid`", "did you mean `appid`", "did you mean `sub_appid`");
    }

    @ParameterizedTest
    @CsvSource({
        "int, write `type: integer`",
        "long, write `type: integer`",
        "Long, write `type: integer`",
        "String, write `type: string`",
        "BOOLEAN, write `type: boolean`",
        "double, write `type: number`",
        "bool, write `type: boolean`",
        "array, write `list: true` and the `type` of one element",
        "object, omit `type` and write `fields:` with the fields of the object",
        "enum, omit `type` and write `enum:` with the known values",
        "timestamp, 'write `type: date-time` for RFC 3339, or `type: string` with a `format` for other forms'"
    })
    void typesOfOtherLanguagesAreTranslated(String written, String help) {
        assertThat(errors(endpoint("a: {type: " + written + "}"))).contains("= help: " + help + "\n");
    }

    @Test
    void sharedTypeMayHaveTheNameOfAForeignOne() {
        assertThat(errors(
                        file("v2/_types.yaml", "types:\n  Map: {fields: {a: {type: string}}}\n"),
                        endpoint("a: {type: Map}")))
                .isEqualTo("0 errors\n");
    }

    @Test
    void namesFileForSharedTypes() {
        assertThat(errors(file("v2/pay/_type.yaml", "types:\n  State: {enum: [A]}\n")))
                .isEqualTo("""
                        error[WX201]: shared types belong in `_types.yaml`, not in `_type.yaml`
                         --> v2/pay/_type.yaml:1:1
                          |
                        1 | types:
                          | ^^^^^
                          = help: rename the file to _types.yaml

                        1 error
                        """);
        assertThat(errors(file("v2/_error.yaml", "errors: []\n")))
                .startsWith("error[WX201]: shared errors belong in `_errors.yaml`, not in `_error.yaml`");
    }

    @Test
    void reportsNameErrorsTogetherWithOthers() {
        assertThat(errors(endpoint("total_fee: {type: integer}", "totalFee: {type: integer}", "b: {type: nix}")))
                .contains("error[WX401]: `totalFee` and `total_fee`", "error[WX301]: unknown type `nix`")
                .endsWith("2 errors\n");
    }

    @Test
    void reportsOneErrorPerPlace() {
        SpecFile once = file("v2/pay/a.yaml", "uri: v2/pay/a\npost: {title: A}\n");
        SpecFile again = file("v2/pay/b.yaml", "uri: v2/pay/a\npost: {title: A}\n");

        assertThat(errors(once, again)).contains("error[WX201]", "error[WX202]").endsWith("2 errors\n");
    }
}
