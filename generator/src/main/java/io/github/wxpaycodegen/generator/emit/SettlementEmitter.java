package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.Settlement;
import io.github.wxpaycodegen.generator.plan.JavaSettlement;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.List;
import java.util.Locale;

/** Emits how the query is called that tells whether an operation took effect. */
final class SettlementEmitter {
    private SettlementEmitter() {}

    static CodeBlock emit(JavaSettlement planned) {
        String id = "/" + planned.uri();
        if (planned.query().isEmpty()) {
            return CodeBlock.of("\n.settledBy($S)", id);
        }
        JavaSettlement.Query query = planned.query().get();
        Settlement settlement = query.fields();
        CodeBlock.Builder code = CodeBlock.builder();
        if (settlement.isPossible()) {
            code.add(
                    "\n.settledBy($T.$L, $S, $L)",
                    Runtime.HTTP_METHOD,
                    query.method().name(),
                    id,
                    call(query));
            settlement.needs().forEach(alternatives -> add(code, "settlingNeeds", alternatives));
            add(code, "settlingTakes", settlement.takes());
            add(code, "settlingDeclines", settlement.declines());
        } else {
            code.add("\n.settledBy($S)", id);
            add(
                    code,
                    "settlingLacks",
                    settlement.lacks().stream()
                            .map(alternatives -> String.join(" or ", alternatives))
                            .toList());
        }
        return code.build();
    }

    /**
     * {@code (ApiContext context, HeldFields held) ->
     * ((OrderqueryApi) () -> context).postAsync(held.putOn(OrderqueryRequest.builder()).build())}.
     */
    private static CodeBlock call(JavaSettlement.Query query) {
        return CodeBlock.of(
                "($T context, $T held) -> (($T) () -> context).$L(held.putOn($T.builder()).build())",
                Runtime.API_CONTEXT,
                Runtime.HELD_FIELDS,
                query.api(),
                query.method().name().toLowerCase(Locale.ROOT) + "Async",
                query.request());
    }

    private static void add(CodeBlock.Builder code, String method, List<String> values) {
        if (!values.isEmpty()) {
            code.add(
                    "\n.$L($L)",
                    method,
                    values.stream().map(value -> CodeBlock.of("$S", value)).collect(CodeBlock.joining(", ")));
        }
    }
}
