package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.endpoint;
import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

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
                .startsWith("error[WX310]: `minimum` of an integer must be a whole number");
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
