package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.model.Effects;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds the uncertain codes of a protocol, such as {@code SYSTEM_ERROR}, to its operations. Pages list a few codes each, so
 * an operation that does not list such a code may still respond with it.
 */
final class SharedErrors {
    private final List<String> v2;
    private final List<String> v3;

    SharedErrors(ErrorCatalog catalog) {
        this.v2 = uncertain(catalog.v2());
        this.v3 = uncertain(catalog.v3());
    }

    /** Returns the endpoint with the codes. What an operation says of a code itself takes precedence. */
    Endpoint addTo(Endpoint endpoint) {
        List<String> codes = Root.of(endpoint.uri()).equals(Optional.of(Root.V2)) ? v2 : v3;
        return new Endpoint(
                endpoint.span(),
                endpoint.uri(),
                endpoint.javaPath(),
                endpoint.javaName(),
                endpoint.operations().stream()
                        .map(operation -> addTo(operation, codes))
                        .toList());
    }

    private static Operation addTo(Operation operation, List<String> codes) {
        Effects effects = operation.effects();
        // Nothing has to be settled after a query, and a redirect sends nothing.
        if (effects.readOnly() || operation.isRedirect()) {
            return operation;
        }
        List<String> uncertain = new ArrayList<>(effects.uncertain());
        codes.stream()
                .filter(code -> !uncertain.contains(code))
                .filter(code -> effects.errors().stream()
                        .noneMatch(error -> error.code().equals(code)))
                .forEach(uncertain::add);
        return new Operation(
                operation.span(),
                operation.method(),
                operation.documentation(),
                operation.lifecycle(),
                operation.hosts(),
                operation.security(),
                operation.request(),
                operation.response(),
                new Effects(
                        effects.readOnly(),
                        effects.idempotent(),
                        uncertain,
                        effects.errors(),
                        effects.echoes(),
                        effects.rateLimit(),
                        effects.notifies(),
                        effects.settledBy(),
                        effects.settledBySpan()),
                operation.pages(),
                operation.javaName());
    }

    private static List<String> uncertain(List<ErrorSpec> errors) {
        return errors.stream().filter(ErrorSpec::uncertain).map(ErrorSpec::code).toList();
    }
}
