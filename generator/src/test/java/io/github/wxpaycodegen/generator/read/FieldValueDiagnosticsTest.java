package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.endpoint;
import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors in the limits, the format, the unit and the example of a field. */
class FieldValueDiagnosticsTest {
    @Test
    void pointsAtAnExampleThatIsTooLong() {
        assertThat(errors(endpoint("a: {type: string, maxLength: 3, example: 撤销租借订单}")))
                .isEqualTo("""
                    error[WX315]: the example has 6 characters, but `maxLength` is 3
                     --> v2/pay/a.yaml:5:46
                      |
                    5 |     a: {type: string, maxLength: 3, example: 撤销租借订单}
                      |                                              ^^^^^^
                      = help: shorten it, or correct `maxLength`

                    1 error
                    """);
    }

    @Test
    void limitsAreNumbersInOrder() {
        assertThat(errors(endpoint("a: {type: string, minLength: 0}")))
                .startsWith("error[WX310]: `minLength` must be at least 1");
        assertThat(errors(endpoint("a: {type: string, list: true, maxItems: 0}")))
                .startsWith("error[WX310]: `maxItems` must be at least 1")
                .contains("write the number of elements");
        assertThat(errors(endpoint("a: {type: integer, minimum: one}")))
                .startsWith("error[WX310]: `minimum` must be a number");
        assertThat(errors(endpoint("a: {type: string, minLength: 5, maxLength: 4}")))
                .startsWith("error[WX310]: `minLength` is greater than `maxLength`, so no value is valid");
        assertThat(errors(endpoint("a: {type: integer, minimum: 5, maximum: 4}")))
                .startsWith("error[WX310]: `minimum` is greater than `maximum`, so no value is valid");
        assertThat(errors(endpoint("a: {type: integer, maximum: 0.5}")))
                .startsWith("error[WX310]: `maximum` of an integer must be a whole number");
        assertThat(errors(endpoint("a: {type: integer, minimum: -9223372036854775809}")))
                .startsWith("error[WX310]: `minimum` of an integer must fit in 64 bits");
    }

    @Test
    void typeAndEnumDoNotContradict() {
        assertThat(errors(endpoint("a: {type: number, enum: [1, 2]}"))).isEqualTo("""
            error[WX308]: `type` does not apply with `number` beside `enum`
             --> v2/pay/a.yaml:5:9
              |
            5 |     a: {type: number, enum: [1, 2]}
              |         ^^^^
              = help: omit it for texts, or write `type: integer` for whole numbers; for others, omit `enum`

            1 error
            """);
        for (String type : List.of("boolean", "date-time", "file", "Shared")) {
            assertThat(errors(endpoint("a: {type: " + type + ", enum: [A]}")))
                    .startsWith("error[WX308]: `type` does not apply with `" + type + "` beside `enum`");
        }
        assertThat(errors(file("v3/_types.yaml", "types: {A: {type: number, enum: [A]}}\n")))
                .startsWith("error[WX308]: `type` does not apply with `number` beside `enum`");
        assertThat(errors(file("v3/_types.yaml", "types: {A: {enum: [A], fields: {a: {type: string}}}}\n")))
                .startsWith("error[WX308]: `enum` does not apply beside `fields`");
    }

    @Test
    void fieldsMakeAnObjectOnly() {
        String fields = "encoded: json, fields: {b: {type: string}}";
        assertThat(errors(endpoint("a: {type: string, " + fields + "}")))
                .startsWith("error[WX308]: `type` does not apply beside `fields`")
                .contains("= help: omit it: `fields` make the field an object");
        assertThat(errors(endpoint("a: {enum: [A], " + fields + "}")))
                .startsWith("error[WX308]: `enum` does not apply beside `fields`");
    }

    @Test
    void constantIsATextOrAnInteger() {
        for (String type : List.of("number", "boolean", "date-time")) {
            assertThat(errors(endpoint("a: {type: " + type + ", const: \"1\"}")))
                    .startsWith("error[WX308]: `const` applies to a single text or integer only");
        }
        assertThat(errors(endpoint("a: {type: string, list: true, const: A}")))
                .startsWith("error[WX308]: `const` applies to a single text or integer only");
    }

    @Test
    void constantAndDefaultKeepTheLimits() {
        assertThat(errors(endpoint("a: {type: string, maxLength: 3, default: abcd}")))
                .startsWith("error[WX310]: the value of `default` has 4 characters, but `maxLength` is 3")
                .contains(" --> v2/pay/a.yaml:5:46");
        assertThat(errors(endpoint("a: {type: string, minLength: 3, default: ab}")))
                .startsWith("error[WX310]: the value of `default` has 2 characters, but `minLength` is 3");
        assertThat(errors(endpoint("a: {const: abcd, maxLength: 3}")))
                .startsWith("error[WX310]: the value of `const` has 4 characters, but `maxLength` is 3");
        assertThat(errors(endpoint("a: {type: string, pattern: \"[0-9]\", default: x}")))
                .startsWith("error[WX310]: the value of `default` does not match the `pattern` [0-9]");
        assertThat(errors(endpoint("a: {type: string, format: date, default: x}")))
                .startsWith("error[WX310]: the value of `default` is not ");
        assertThat(errors(endpoint("a: {type: integer, maximum: 4, default: 5}")))
                .startsWith("error[WX310]: the value of `default` is greater than the `maximum` 4");
        assertThat(errors(endpoint("a: {type: integer, minimum: 4, const: 3}")))
                .startsWith("error[WX310]: the value of `const` is less than the `minimum` 4");
    }

    @Test
    void groupsCanBeObserved() {
        assertThat(errors(group("[]"))).startsWith("error[WX307]: the group has less than two members");
        assertThat(errors(group("[a]")))
                .startsWith("error[WX307]: the group has less than two members")
                .contains("= help: name at least two fields; a single one is `required: true`");
        assertThat(errors(group("[a, a, b]"))).startsWith("error[WX307]: the group names `a` twice");
        assertThat(errors(group("[a, r, s]")))
                .startsWith(
                        "error[WX307]: `r` and `s` are both required, but exactly one field of the group may be given");
        assertThat(errors(group("[a, c]"))).startsWith("error[WX307]: `c` is a constant, which is always given");
        assertThat(errors(group("[a, b]"))).isEqualTo("0 errors\n");
    }

    private static SpecFile group(String members) {
        return file("v3/a.yaml", """
            uri: v3/a
            post:
              title: A
              exactlyOneOf: [%s]
              request:
                a: {type: string}
                b: {type: string}
                c: {const: C}
                r: {type: string, required: true}
                s: {type: string, required: true}
              response: {}
            """.formatted(members));
    }

    @Test
    void namedIntegersAreIntegers() {
        assertThat(errors(endpoint("a: {enum: [{value: 1, title: 正}, {title: 负, value: -1}, 2], example: 1}")))
                .isEqualTo("0 errors\n");
        assertThat(errors(endpoint("a: {enum: [{value: 1, title: 正}], example: \"1\"}")))
                .startsWith("error[WX103]");
        assertThat(errors(endpoint("a: {enum: [{value: 1, title: 正}, A]}")))
                .startsWith("error[WX105]: an enum value is text, but YAML reads `1` as a number");
    }

    @Test
    void numbersAreAsTheyAreWritten() {
        assertThat(errors(endpoint("a: {enum: [010, 8]}")))
                .startsWith("error[WX103]: a value of this enum is `010`, which YAML reads as another number")
                .contains("= help: write it in decimal, without leading zeros; quote it if it is text");
        assertThat(errors(endpoint("a: {type: integer, const: 9223372036854775808}")))
                .startsWith("error[WX103]: `const` is `9223372036854775808`, which does not fit in 64 bits");
        assertThat(errors(endpoint("a: {type: string, maxLength: 99999999999}")))
                .startsWith("error[WX310]: `maxLength` must be at most 2147483647");
        assertThat(errors(endpoint("a: {type: integer, minimum: 99999999999999999999}")))
                .startsWith("error[WX310]: `minimum` of an integer must fit in 64 bits");
    }

    @Test
    void namesTheTagOfAValue() {
        assertThat(errors(endpoint("a: {type: string, title: !!binary aGVsbG8=}")))
                .startsWith("error[WX105]: `title` is text, but has the tag !!binary")
                .contains("= help: remove the tag");
        assertThat(errors(endpoint("<<: {type: string}")))
                .startsWith("error[WX103]: `<<` is a merge key, which specs do not have")
                .contains("= help: write the entries out, or use an alias: `key: *anchor`");
    }

    @Test
    void patternIsARegularExpression() {
        assertThat(errors(endpoint("a: {type: string, pattern: \"[a-z\"}")))
                .startsWith("error[WX314]: `pattern` is not a regular expression: Unclosed character class\n"
                        + " --> v2/pay/a.yaml:5:32");
    }

    @Test
    void limitsApplyToTheirTypes() {
        assertThat(errors(endpoint("a: {type: integer, maxLength: 3}")))
                .startsWith("error[WX308]: `maxLength` applies to a string or a list of strings only");
        assertThat(errors(endpoint("a: {enum: [A], pattern: A}")))
                .startsWith("error[WX308]: `pattern` applies to a string or a list of strings only");
        assertThat(errors(endpoint("a: {type: string, minimum: 1}")))
                .startsWith("error[WX308]: `minimum` applies to an integer or a number only");
        assertThat(errors(endpoint("a: {type: string, maxItems: 1}")))
                .startsWith("error[WX308]: `maxItems` applies to a list or an indexed group only");
        assertThat(errors(endpoint("a: {type: integer, format: date}")))
                .startsWith("error[WX308]: `format` applies to a string or a list of strings only");
        assertThat(errors(endpoint("a: {type: boolean, format: unix-seconds}")))
                .startsWith("error[WX308]: `format` applies to a string or an integer only");
        assertThat(errors(endpoint("a: {type: boolean, unit: fen}")))
                .startsWith("error[WX308]: `unit` applies to an integer, a number or a string only");
        assertThat(errors(endpoint("a: {fields: {b: {type: string}}, example: b}")))
                .startsWith("error[WX308]: `example` applies to a value other than an object or a file only");
    }

    @Test
    void suggestsFormatsAndUnits() {
        assertThat(errors(endpoint("a: {type: string, format: compact_date}")))
                .startsWith("error[WX106]: `format` cannot be `compact_date`")
                .contains("did you mean `compact-date`?");
        assertThat(errors(endpoint("a: {type: integer, unit: fens}")))
                .startsWith("error[WX106]: `unit` cannot be `fens`")
                .contains("did you mean `fen`?");
    }

    @Test
    void exampleHasTheTypeOfTheField() {
        assertThat(errors(endpoint("a: {type: string, example: 1217752501}")))
                .startsWith("error[WX105]: `example` is text, but YAML reads `1217752501` as a number")
                .contains("quote it: \"1217752501\"");
        assertThat(errors(endpoint("a: {type: date-time, example: 2026-01-31T12:30:00+08:00}")))
                .startsWith("error[WX105]: `example` is text, but YAML reads `2026-01-31T12:30:00+08:00` as a date");
        assertThat(errors(endpoint("a: {type: integer, example: \"1\"}")))
                .startsWith("error[WX103]: `example` must be a whole number");
        assertThat(errors(endpoint("a: {type: number, example: \"1.5\"}")))
                .startsWith("error[WX103]: `example` must be a number");
        assertThat(errors(endpoint("a: {type: boolean, example: \"Y\"}")))
                .startsWith("error[WX103]: `example` must be true or false");
        assertThat(errors(endpoint("a: {type: date-time, example: \"2026-01-31 12:30:00\"}")))
                .startsWith("error[WX315]: the example is not an RFC 3339 time");
    }

    @Test
    void exampleSatisfiesTheLimits() {
        assertThat(errors(endpoint("a: {type: string, minLength: 3, example: ab}")))
                .startsWith("error[WX315]: the example has 2 characters, but `minLength` is 3");
        assertThat(errors(endpoint("a: {type: string, maxLength: 1, example: 𠮷}")))
                .isEqualTo("0 errors\n");
        assertThat(errors(endpoint("a: {type: string, pattern: \"[a-z]{2}\", example: abc}")))
                .startsWith("error[WX315]: the example does not match the `pattern` [a-z]{2}");
        assertThat(errors(endpoint("a: {type: integer, minimum: 1, example: 0}")))
                .startsWith("error[WX315]: the example is less than the `minimum` 1");
        assertThat(errors(endpoint("a: {type: number, maximum: 0.5, example: 0.51}")))
                .startsWith("error[WX315]: the example is greater than the `maximum` 0.5");
        assertThat(errors(endpoint("a: {type: string, format: date, example: \"20260131\"}")))
                .startsWith("error[WX315]: the example is not a date of the form yyyy-MM-dd");
        assertThat(errors(endpoint("a: {type: integer, format: unix-seconds, example: 1767225600000}")))
                .startsWith("error[WX315]: the example is not a Unix time in seconds");
    }

    @Test
    void exampleIsAValueOfTheEnum() {
        assertThat(errors(endpoint("a: {enum: [SUCCESS, FAIL], example: SUCESS}")))
                .startsWith("error[WX315]: the example `SUCESS` is not a value of the field's enum")
                .contains("did you mean `SUCCESS`?");
        assertThat(errors(endpoint("a: {const: A, example: B}")))
                .startsWith("error[WX315]: the example is not the constant `A`");
    }

    @Test
    void exampleIsAValueOfTheSharedEnum() {
        SpecFile types = file(
                "v2/_types.yaml",
                "types: {State: {enum: [A]}, Level: {enum: [1]}, Amount: {fields: {b: {type: string}}}, "
                        + "Order: {fields: {state: {type: v2/pay/Later, example: B}}}}\n");
        SpecFile later = file("v2/pay/_types.yaml", "types: {Later: {enum: [A]}}\n");
        assertThat(errors(types, later))
                .startsWith("error[WX315]: the example `B` is not a value of the field's enum\n --> v2/_types.yaml:1:");
        SpecFile sound =
                file("v2/_types.yaml", "types: {State: {enum: [A]}, Level: {enum: [1]}, Amount: {fields: {}}}\n");
        assertThat(errors(sound, endpoint("a: {type: State, example: B}")))
                .startsWith("error[WX315]: the example `B` is not a value of the field's enum");
        assertThat(errors(sound, endpoint("a: {type: Level, example: \"1\"}")))
                .startsWith("error[WX103]: `example` must be a whole number");
        assertThat(errors(sound, endpoint("a: {type: State, example: 1}")))
                .startsWith("error[WX105]: `example` is text, but YAML reads `1` as a number");
        assertThat(errors(sound, endpoint("a: {type: Amount, example: b}")))
                .startsWith("error[WX308]: `example` applies to a value other than an object or a file only")
                .contains("write the examples of the fields of `Amount` instead");
        assertThat(errors(sound, endpoint("a: {type: Level, example: 1}", "b: {type: State, example: A}")))
                .isEqualTo("0 errors\n");
    }
}
