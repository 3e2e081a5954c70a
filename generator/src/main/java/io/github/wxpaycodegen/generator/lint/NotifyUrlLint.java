package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;
import java.util.regex.Pattern;

/** Finds operations that take a URL for notifications although the spec names none that they cause. */
final class NotifyUrlLint {
    private static final Pattern URL = Pattern.compile("(.*_)?(notify|callback)_url");

    private NotifyUrlLint() {}

    static void check(Specs specs, List<Diagnostic> findings) {
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .filter(operation -> operation.effects().notifies().isEmpty())
                .forEach(operation -> check(operation, findings));
    }

    private static void check(Operation operation, List<Diagnostic> findings) {
        operation.request().given().stream()
                .map(Field::name)
                .filter(name -> URL.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> findings.add(Diagnostic.of(
                        Code.UNKNOWN_NOTIFICATION,
                        operation.span(),
                        "`" + name + "` receives notifications, but the operation has no `notifies`",
                        "name them: `notifies: [TRANSACTION.SUCCESS]`")));
    }
}
