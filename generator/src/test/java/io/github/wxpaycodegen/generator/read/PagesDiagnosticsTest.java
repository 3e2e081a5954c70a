package io.github.wxpaycodegen.generator.read;

import static io.github.wxpaycodegen.generator.SpecText.errors;
import static io.github.wxpaycodegen.generator.SpecText.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.model.Pages;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesDiagnosticsTest {
    @Test
    void readsOffsets() {
        assertThat(read("{by: offset, at: offset, size: limit, items: data, total: total_count}"))
                .isEqualTo(new Pages(
                        PageKind.OFFSET,
                        "offset",
                        0,
                        Optional.of("limit"),
                        "data",
                        Optional.of("total_count"),
                        Optional.empty()));
    }

    @Test
    void readsPageNumbersAndTokens() {
        assertThat(read("{by: page, at: offset, first: 1, items: data}").first())
                .isOne();
        assertThat(read("{by: token, at: token, items: data, next: next_token}").next())
                .contains("next_token");
    }

    @Test
    void pointsAtTheFieldThatIsMissing() {
        assertThat(errors(spec("{by: offset, at: offset, items: dat}"))).isEqualTo("""
                        error[WX317]: `items` names `dat`, which is not a list of the response
                         --> v3/pay/a.yaml:5:42
                          |
                        5 |   pages: {by: offset, at: offset, items: dat}
                          |                                          ^^^
                          = help: did you mean `data`?

                        1 error
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{by: offset, at: token, items: data} | `at` names `token`, which is not a plain integer of the query or the body",
                "{by: offset, at: id, items: data} | `at` names `id`, which is not a plain integer of the query or the body",
                "{by: offset, at: fixed, items: data} | `at` names `fixed`, which is not a plain integer of the query or the body",
                "{by: token, at: offset, items: data, next: next_token} | `at` names `offset`, which is not a plain string of the query or the body",
                "{by: offset, at: offset, size: token, items: data} | `size` names `token`, which is not a plain integer of the query or the body",
                "{by: offset, at: offset, items: total_count} | `items` names `total_count`, which is not a list of the response",
                "{by: offset, at: offset, items: document} | `items` names `document`, which is not a list of the response",
                "{by: offset, at: offset, items: data, total: next_token} | `total` names `next_token`, which is not a plain integer of the response",
                "{by: token, at: token, items: data, next: total_count} | `next` names `total_count`, which is not a plain string of the response",
            })
    void refusesFieldsOfTheWrongType(String pages, String message) {
        assertThat(errors(spec(pages))).startsWith("error[WX317]: " + message + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{at: offset, items: data} | error[WX102]: `pages` has no `by`",
                "{by: offset, items: data} | error[WX102]: `pages` has no `at`",
                "{by: offset, at: offset} | error[WX102]: `pages` has no `items`",
                "{by: page, at: offset, items: data} | error[WX102]: `pages` has no `first`",
                "{by: token, at: token, items: data} | error[WX102]: `pages` has no `next`",
                "{by: cursor, at: token, items: data} | error[WX106]: `by` cannot be `cursor`",
                "{by: page, at: offset, first: 2, items: data} | error[WX106]: `first` is the number of the first page or item, and must be 0 or 1 (was 2)",
                "{by: page, at: offset, first: one, items: data} | error[WX103]: `first` must be a whole number",
                "{by: offset, at: offset, items: data, count: limit} | error[WX101]: unknown key `count` in `pages`",
                "{by: offset, at: offset, items: data, next: next_token} | error[WX308]: `next` does not apply: only `by: token` continues",
                "{by: token, at: token, items: data, next: next_token, total: total_count} | error[WX308]: `total` does not apply",
                "{by: token, at: token, items: data, next: next_token, first: 0} | error[WX308]: `first` does not apply",
                "[offset] | error[WX103]: `pages` must be a mapping",
            })
    void refusesWhatDoesNotBelongTogether(String pages, String start) {
        assertThat(errors(spec(pages))).startsWith(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"idempotent: true", "readOnly: true\n  responseKind: empty"})
    void refusesOperationsThatAreNoQueries(String effects) {
        assertThat(errors(spec(effects, "{by: offset, at: offset, items: data}")))
                .contains("error[WX308]: `pages` applies to a query whose response has fields only\n");
    }

    @Test
    void refusesTwoListsOfOneUri() {
        String operation = """
                %s:
                  title: A
                  readOnly: true
                  pages: {by: offset, at: offset, items: data}
                  query: {offset: {type: integer}}
                  response: {data: {type: string, list: true}}
                """;

        assertThat(errors(file(
                        "v3/pay/a.yaml", "uri: v3/pay/a\n" + operation.formatted("get") + operation.formatted("post"))))
                .startsWith("error[WX308]: two operations of one URI have `pages`\n --> v3/pay/a.yaml:8:1\n");
    }

    private static Pages read(String pages) {
        return SpecReader.read(List.of(spec(pages)))
                .specs()
                .orElseThrow()
                .endpoints()
                .get(0)
                .operations()
                .get(0)
                .pages()
                .orElseThrow();
    }

    private static SpecFile spec(String pages) {
        return spec("readOnly: true", pages);
    }

    private static SpecFile spec(String effects, String pages) {
        return file("v3/pay/a.yaml", """
                        uri: v3/pay/a
                        get:
                          title: A
                          %s
                          pages: %s
                          query:
                            offset: {type: integer}
                            limit: {type: integer}
                            token: {type: string}
                            id: {type: string}
                            fixed: {type: integer, const: 1}
                          response:
                            data: {list: true, fields: {a: {type: string}}}
                            document: {encoded: json, list: true, type: string}
                            total_count: {type: integer}
                            next_token: {type: string}
                        """.formatted(effects, pages));
    }
}
