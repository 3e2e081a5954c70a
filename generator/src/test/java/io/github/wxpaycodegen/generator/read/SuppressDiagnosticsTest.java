package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.endpoint;
import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Suppression;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressDiagnosticsTest {
    @Test
    void reasonMustNotBeEmpty() {
        assertThat(errors(endpoint("a: {type: string, suppress: {WX611: \"\"}}")))
                .isEqualTo("""
                    error[WX107]: `WX611` has no reason
                     --> v2/pay/a.yaml:5:41
                      |
                    5 |     a: {type: string, suppress: {WX611: ""}}
                      |                                         ^^
                      = help: say why the spec is right: `WX611: no source gives a length`

                    1 error
                    """);
    }

    @Test
    void errorCannotBeSuppressed() {
        assertThat(errors(endpoint("a: {type: string, suppress: {WX101: why}}")))
                .contains("error[WX106]: `suppress` cannot name `WX101`")
                .contains("= help: fix it: only findings can be suppressed, which begin with WX6");
    }

    @Test
    void unknownCodeGetsSuggestion() {
        assertThat(errors(endpoint("a: {type: string, suppress: {WX61: why}}")))
                .contains("error[WX106]: `suppress` cannot name `WX61`")
                .contains("= help: did you mean `WX601`?");
    }

    @Test
    void belongsToOperationsNotificationsTypesAndFields() {
        List<SpecFile> files = List.of(
                file("v3/pay/a.yaml", """
                    uri: v3/pay/a
                    post:
                      title: A
                      suppress: {WX615: one}
                      request:
                        a: {type: T, suppress: {WX614: two}}
                    """),
                file("v3/pay/_types.yaml", "types: {T: {enum: [A], suppress: {WX618: three}}}\n"),
                file(
                        "notifications/v3/PAID.yaml",
                        "notification: {id: PAID, protocol: v3, title: C, eventTypes: [PAID], resource: {},"
                                + " suppress: {WX615: four}}\n"));

        SpecReading reading = SpecReader.read(files);

        assertThat(reading.diagnostics()).isEmpty();
        assertThat(reading.suppressions())
                .extracting(Suppression::code, Suppression::reason, each -> each.scope()
                        .line())
                .containsExactlyInAnyOrder(
                        tuple(Code.WITHOUT_DOCS, "one", 2),
                        tuple(Code.WITHOUT_TITLE, "two", 6),
                        tuple(Code.UNUSED_TYPE, "three", 1),
                        tuple(Code.WITHOUT_DOCS, "four", 1));
    }
}
