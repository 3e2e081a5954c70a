package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;
import java.util.regex.Pattern;

/** Finds requests that select a page although the spec does not describe the paging. */
final class PagesLint {
    private static final Pattern CHOOSES_PAGE =
            Pattern.compile("offset|cursor|start_index|begin_index|page|page_(index|no|num|number|token)");

    private PagesLint() {}

    static void check(Specs specs, List<Diagnostic> findings) {
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .filter(operation -> operation.pages().isEmpty())
                .forEach(operation -> check(operation, findings));
    }

    private static void check(Operation operation, List<Diagnostic> findings) {
        operation.request().given().stream()
                .map(Field::name)
                .filter(name -> CHOOSES_PAGE.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> findings.add(Diagnostic.of(
                        Code.WITHOUT_PAGES,
                        operation.span(),
                        "`" + name + "` chooses a page, but the operation has no `pages`",
                        "add `pages: {by: offset, at: " + name + ", items: data, total: total_count}`")));
    }
}
