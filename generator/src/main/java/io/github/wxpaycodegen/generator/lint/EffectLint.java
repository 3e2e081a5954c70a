package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;

/**
 * Finds queries that the client takes for writes. If such a query fails, the caller searches for an effect that it
 * cannot have.
 */
final class EffectLint {
    private EffectLint() {}

    static void check(Specs specs, List<Diagnostic> findings) {
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .filter(operation -> operation.method() == HttpMethod.GET)
                .filter(operation -> !operation.effects().readOnly())
                // The client only builds the URL of a redirect. A user's browser opens it.
                .filter(operation -> operation.response().kind() != ResponseKind.REDIRECT)
                .forEach(operation -> findings.add(Diagnostic.of(
                        Code.GET_NOT_READ_ONLY,
                        operation.span(),
                        "the `get` is not `readOnly`: after a lost response, it counts as a write that may have taken"
                                + " effect",
                        "add `readOnly: true` if it changes nothing")));
    }
}
