package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds v2 operations that a service provider cannot call, although most of their siblings accept {@code sub_mch_id}.
 */
final class SiblingLint {
    private static final String SUB_MERCHANT = "sub_mch_id";

    private SiblingLint() {}

    static void check(Specs specs, List<Diagnostic> findings) {
        Map<String, List<Operation>> products = specs.endpoints().stream()
                .filter(endpoint -> endpoint.protocol() == Protocol.V2)
                .flatMap((Endpoint endpoint) -> endpoint.operations().stream())
                .collect(Collectors.groupingBy(
                        operation -> folder(operation.span().file())));
        products.values().forEach(siblings -> check(siblings, findings));
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/'));
    }

    private static void check(List<Operation> siblings, List<Diagnostic> findings) {
        List<Operation> without = siblings.stream()
                .filter(operation -> !takesSubMerchant(operation))
                .toList();
        if (without.size() * 2 <= siblings.size() && without.size() < siblings.size()) {
            without.forEach(operation -> findings.add(Diagnostic.of(
                    Code.NO_SUB_MERCHANT,
                    operation.span(),
                    "the request has no `" + SUB_MERCHANT
                            + "`, which its siblings have: service providers cannot call it",
                    "`" + SUB_MERCHANT + ": {type: string, fill: sub_mchid}`")));
        }
    }

    private static boolean takesSubMerchant(Operation operation) {
        return operation.request().given().stream()
                .anyMatch(field -> field.name().equals(SUB_MERCHANT));
    }
}
