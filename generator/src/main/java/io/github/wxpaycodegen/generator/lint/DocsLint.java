package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;

/** Finds operations and notifications that do not link to an official page, so that nobody can check them. */
final class DocsLint {
    private DocsLint() {}

    static void check(Specs specs, List<Diagnostic> findings) {
        specs.endpoints().forEach(endpoint -> endpoint.operations()
                .forEach(operation -> check(
                        "the operation `" + operation.title() + "`",
                        operation.documentation(),
                        operation.span(),
                        findings)));
        specs.notifications()
                .forEach(notification -> check(
                        "the notification `" + notification.title() + "`",
                        notification.documentation(),
                        notification.span(),
                        findings));
    }

    private static void check(String what, Documentation docs, SourceSpan span, List<Diagnostic> findings) {
        if (docs.pages().isEmpty()) {
            findings.add(Diagnostic.of(
                    Code.WITHOUT_DOCS,
                    span,
                    what + " does not link to its official page",
                    "`docs: https://pay.weixin.qq.com/doc/...`"));
        }
    }
}
