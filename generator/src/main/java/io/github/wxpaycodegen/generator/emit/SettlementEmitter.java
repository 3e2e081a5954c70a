package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.Settlement;
import io.github.wxpaycodegen.generator.plan.JavaSettlement;
import java.util.List;

/** Emits the description of the query that finds out whether an operation took effect. */
final class SettlementEmitter {
    /** A path of more characters has a line of its own. */
    private static final int LONG_PATH = 60;

    private SettlementEmitter() {}

    static CodeBlock emit(JavaSettlement planned) {
        String id = "/" + planned.uri();
        if (planned.query().isEmpty()) {
            return CodeBlock.of("\n.settledBy($L)", Literal.lines(id));
        }
        JavaSettlement.Query query = planned.query().get();
        Settlement settlement = query.fields();
        CodeBlock.Builder code = CodeBlock.builder();
        if (settlement.isPossible()) {
            // The supplier loads the interface of the query only when a call is settled.
            code.add(
                    id.length() > LONG_PATH
                            ? "\n.settledBy(\n$>$>$L,\n() -> $T.$L)$<$<"
                            : "\n.settledBy($L,\n$>$>() -> $T.$L)$<$<",
                    Literal.lines(id),
                    query.api(),
                    query.method().name());
            settlement.needs().forEach(alternatives -> add(code, "settlingNeeds", alternatives));
            add(code, "settlingTakes", settlement.takes());
            add(code, "settlingDeclines", settlement.declines());
        } else {
            code.add("\n.settledBy($L)", Literal.lines(id));
            add(
                    code,
                    "settlingLacks",
                    settlement.lacks().stream()
                            .map(alternatives -> String.join(" or ", alternatives))
                            .toList());
        }
        return code.build();
    }

    private static void add(CodeBlock.Builder code, String method, List<String> values) {
        if (!values.isEmpty()) {
            code.add(Layout.step(method, values));
        }
    }
}
